package dev.opsdk.simulator.ccr;

/** Bodies of create_ccr. */
final class Jobs {

    private Jobs() {}

    static String ofDatabase(String name) {
        return of(name, "demo", "", "demo2", "", "");
    }

    static String ofTable(String name, String table) {
        return of(name, "demo", table, "demo2", table, "");
    }

    static String of(String name, String src, String srcTable, String dest, String destTable, String more) {
        return "{\"name\":\"" + name + "\",\"src\":{" + spec("19030", "s3cret", src, srcTable) + "},\"dest\":{"
                + spec("19031", "", dest, destTable) + "}" + more + "}";
    }

    private static String spec(String port, String password, String database, String table) {
        return "\"host\":\"127.0.0.1\",\"port\":\"" + port + "\",\"thrift_port\":\"19020\",\"user\":\"root\","
                + "\"password\":\"" + password + "\",\"database\":\"" + database + "\",\"table\":\"" + table + "\"";
    }
}
