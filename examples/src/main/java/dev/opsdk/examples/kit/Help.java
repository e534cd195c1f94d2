package dev.opsdk.examples.kit;

import java.util.Optional;

/** What a session says of itself. */
final class Help {
    private Help() {}

    static String text(boolean simulated) {
        return String.join(
                "\n",
                line(
                        "ccr()",
                        simulated,
                        "jobs shop (well) and billing (stalled)",
                        "OPSDK_CCR_URL",
                        "OPSDK_CCR_READ_ONLY"),
                line(
                        "oms()",
                        simulated,
                        "on 10.10.10.1: store -7100:, writer -9000:, then p_orders_source-000-0:0000000001 or p_stock_...",
                        "OPSDK_OMS_URL",
                        "OPSDK_OMS_READ_ONLY"),
                line(
                        "mldb()",
                        simulated,
                        "table demo_db.t1 with a lost replica, and an empty tablet",
                        System.getenv("OPSDK_OPENMLDB_ZK") == null ? "OPSDK_OPENMLDB_NAMESERVERS" : "OPSDK_OPENMLDB_ZK",
                        "OPSDK_OPENMLDB_READ_ONLY"),
                line(
                        "connector()",
                        simulated,
                        "two connectors with a relationship",
                        "OPSDK_CONNECTOR_URL",
                        "OPSDK_CONNECTOR_READ_ONLY"),
                "",
                "table(things)                     jobs, tablets, checks, a report, a map, ... as a table",
                "table(things, t -> t.col(\"name\", Thing::name))   with columns of your own",
                "watch(() -> look)                 every 5 s, prints what changed, until Ctrl-C",
                "watch(every, limit, () -> look)   the same with times of your own",
                "run(() -> work)                   prints a result or a failure without stack trace; a script's exit status",
                "fail(\"why\"), fail(status, \"why\")  ends a run(...) with 1, or with that status",
                "args(\"host --to= --yes\")          what a script was called with",
                "use(client)                       puts another client behind ccr(), oms(), mldb() or connector()",
                "simulateCcr(), simulateOms(), simulateMldb(), simulateConnector()   the simulator, to be played with",
                "",
                "JShell cuts a long result, such as a plan, in its middle: run(() -> plan) prints it whole, and so does everything after",
                "/set truncation normal 100000",
                "",
                "Cheatsheets say ccr., oms., mldb., connector.: var ccr = ccr() first. help() prints this again, /exit ends.");
    }

    private static String line(String client, boolean simulated, String demo, String where, String readOnly) {
        String at = simulated
                ? "simulated: " + demo
                : Optional.ofNullable(System.getenv(where))
                        .filter(text -> !text.isBlank())
                        .map(url -> "where " + where + " says")
                        .orElse("nowhere, " + where + " is not set");
        String only = System.getenv(readOnly) == null ? "" : ", " + readOnly + "=" + System.getenv(readOnly);
        return String.format(java.util.Locale.ROOT, "%-12s %s%s", client, at, only);
    }
}
