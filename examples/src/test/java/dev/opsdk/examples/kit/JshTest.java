package dev.opsdk.examples.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.examples.kit.Jsh.Ran;
import dev.opsdk.examples.openmldb.Exit;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.oms.OmsSimulator;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The scripts, run by the real jshell against simulators. Without a word on stderr where all is well. */
@Timeout(120)
class JshTest {
    private static final String WRITER = "10.10.10.1-9000:p_orders_source-000-0:0000000001";

    @TempDir
    Path dir;

    private static void endedWith(Ran ran, int status) {
        assertThat(ran.status()).as(ran.out() + ran.err()).isEqualTo(status);
        assertThat(ran.out() + ran.err()).doesNotContain("\tat ", "Exception");
    }

    private String own(String... lines) throws Exception {
        return Files.writeString(dir.resolve("own.jsh"), String.join("\n", lines))
                .toString();
    }

    @Test
    void aStalledJobIsFoundAndTheScriptFails() throws Exception {
        try (CcrSimulator sim = Demo.ccr()) {
            Ran ran = Jsh.with("OPSDK_CCR_URL", sim.url()).run(Jsh.script("stalled-jobs.jsh"), "--every=0.02s");
            endedWith(ran, Exit.NOT_COMPLETE);
            assertThat(ran.out())
                    .containsPattern("billing +\\| STALLED +\\| \\d+ ")
                    .containsPattern("shop +\\| IDLE ")
                    .contains("next: ccr().job(\"billing\").procedures().recoverStalled()");
            assertThat(ran.err()).isEqualTo("1 stalled, 0 not readable, of 2\n");
        }
    }

    @Test
    void aSyncerThatIsGoneIsNobodyThere() throws Exception {
        String url;
        try (CcrSimulator sim = CcrSimulator.start()) {
            url = sim.url();
        }
        Ran ran = Jsh.with("OPSDK_CCR_URL", url).run(Jsh.script("stalled-jobs.jsh"));
        endedWith(ran, Exit.NO_CLUSTER);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(url);
    }

    @Test
    void aHostIsDrained() throws Exception {
        Ran ran = new Jsh()
                .run(
                        "--simulated",
                        Jsh.script("drain-host.jsh"),
                        "10.10.10.1",
                        "--to=10.10.10.2",
                        "--writers=" + WRITER,
                        "--ha-disabled=true",
                        "--yes");
        endedWith(ran, Exit.OK);
        assertThat(ran.out())
                .containsPattern("10.10.10.1-9000:\\S+ +\\| DONE +\\| 10.10.10.2-9000:")
                .contains("never start '" + WRITER + "' again");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void drainingChangesNothingUntilItIsToldTo() throws Exception {
        try (OmsSimulator sim = Demo.oms()) {
            Jsh jsh = Jsh.with("OPSDK_OMS_URL", sim.url());
            String script = Jsh.script("drain-host.jsh");
            Ran dry = jsh.run(script, "10.10.10.1", "--to", "10.10.10.2", "--writers", WRITER, "--ha-disabled", "true");
            endedWith(dry, Exit.OK);
            assertThat(dry.out()).contains("Plan: migrateWriter", "dry run: nothing was changed");
            Ran untold = jsh.run(script, "10.10.10.1", "--to=10.10.10.2", "--writers=" + WRITER, "--yes");
            endedWith(untold, Exit.BLOCKED);
            assertThat(untold.out()).contains("tell haDisabled(true or false)");
            Ran misspelt = jsh.run(script, "10.10.10.1", "--too=10.10.10.2");
            endedWith(misspelt, Exit.USAGE);
            assertThat(misspelt.err()).contains("--too=10.10.10.2", "usage: host --to=");
            assertThat(sim.journal().entries()).extracting(Journal.Entry::path).containsOnly("/JDBCWriter/detail");
        }
    }

    @Test
    void aSickClusterIsReported() throws Exception {
        try (OpenMldbSimulator sim = Demo.mldb()) {
            Ran ran = Jsh.with(
                            "OPSDK_OPENMLDB_NAMESERVERS",
                            sim.nameServerEndpoints().get(0))
                    .run(Jsh.script("cluster-report.jsh"), "--like=demo%");
            endedWith(ran, Exit.NOT_COMPLETE);
            assertThat(ran.out())
                    .contains("| " + sim.tablet(2).endpoint() + " | yes     | 0        | 0 ")
                    .contains("recovering would be: 1 repairs");
            assertThat(ran.err()).isEqualTo("0 of 3 tablets and 1 of 1 tables are not well\n");
        }
    }

    @Test
    void aConnectorIsReportedAndADeadDatabaseFails() throws Exception {
        try (BizConnectorSimulator sim = Demo.connector(SimClock.running())) {
            Jsh jsh = Jsh.with("OPSDK_CONNECTOR_URL", sim.connector(0).url())
                    .and("OPSDK_CONNECTOR_API_KEY", sim.connector(0).apiKey());
            Ran well = jsh.run(Jsh.script("connector-report.jsh"), "--json");
            endedWith(well, Exit.OK);
            assertThat(well.out())
                    .startsWith("{")
                    .contains("\"worst\" : \"WARN\"")
                    .doesNotContain(sim.connector(0).apiKey());
            sim.connector(0).databaseDown();
            Ran sick = jsh.run(Jsh.script("connector-report.jsh"));
            endedWith(sick, Exit.NOT_COMPLETE);
            assertThat(sick.out()).containsPattern("database +\\| FAIL");
        }
    }

    @Test
    void whatDoesNotCompileHasNotSucceeded() throws Exception {
        Ran ran = new Jsh().run("--simulated", own("run(() -> ccr().jobs().lst());"));
        assertThat(ran.status()).isEqualTo(Exit.USAGE);
        assertThat(ran.err()).contains("cannot find symbol", "what stands outside of it HAS been run");
    }

    @Test
    void whoEndsTheJvmHasNotSucceeded() throws Exception {
        Ran ran = new Jsh().run("--simulated", own("System.exit(3);"));
        assertThat(ran.status()).isNotZero();
    }

    @Test
    void readOnlyIsRehearsed() throws Exception {
        Ran ran = Jsh.with("OPSDK_CCR_READ_ONLY", "True")
                .run("--simulated", own("run(() -> ccr().job(\"shop\").pause());"));
        endedWith(ran, Exit.NOT_COMPLETE);
        assertThat(ran.err()).contains("read-only");
        Ran unclear = Jsh.with("OPSDK_CCR_URL", "http://127.0.0.1:1")
                .and("OPSDK_CCR_READ_ONLY", "yes")
                .run(own("run(() -> ccr().job(\"shop\").pause());"));
        endedWith(unclear, Exit.USAGE);
        assertThat(unclear.err()).contains("OPSDK_CCR_READ_ONLY is neither true nor false");
    }

    @Test
    void aScriptSaysWhatItDoes() throws Exception {
        Ran ran = new Jsh().run(Jsh.script("drain-host.jsh"), "--help");
        endedWith(ran, Exit.OK);
        assertThat(ran.out()).contains("--ha-disabled=true").doesNotContain("//", "run(");
    }

    @Test
    void aConnectorThatIsNotThereIsNobodyThere() throws Exception {
        Ran ran = Jsh.with("OPSDK_CONNECTOR_URL", "http://127.0.0.1:1").run(Jsh.script("connector-report.jsh"));
        endedWith(ran, Exit.NO_CLUSTER);
        assertThat(ran.err()).hasLineCount(1);
    }

    @Test
    void theLauncherMayBeALink() throws Exception {
        Path link = Files.createSymbolicLink(dir.resolve("a link"), Jsh.HOME.resolve("jsh"));
        Ran ran = new Jsh().from(link).run("--simulated", own("run(() -> ccr().jobs().list());"));
        endedWith(ran, Exit.OK);
        assertThat(ran.out()).isEqualTo("[shop, billing]\n");
    }

    @Test
    void argumentsArriveWholeAndFailuresHaveNoStackTrace() throws Exception {
        String script = own(
                "run(() -> {",
                "    System.out.println(args(\"a b\").get(\"a\") + \"|\" + args(\"a b\").get(\"b\"));",
                "    ccr().job(\"nobody\").status();",
                "});");
        Ran ran = new Jsh().run("--simulated", script, "two words", "");
        endedWith(ran, Exit.NOT_COMPLETE);
        assertThat(ran.out()).isEqualTo("two words|\n");
        assertThat(ran.err()).hasLineCount(1).contains("ccr job_status 'nobody'");
    }

    @Test
    void anEnvironmentThatSaysNothingIsWrongUsage() throws Exception {
        Ran ran = new Jsh().run(own("run(() -> oms().url());"));
        endedWith(ran, Exit.USAGE);
        assertThat(ran.err()).contains("OPSDK_OMS_URL", "--simulated");
    }

    @Test
    void theLauncherRefusesWhatItDoesNotKnow() throws Exception {
        assertThat(new Jsh().run("--simulate").status()).isEqualTo(Exit.USAGE);
        assertThat(new Jsh().run(Jsh.script("stalled-jobs.jsh"), "--simulated").status())
                .isEqualTo(Exit.USAGE);
        assertThat(new Jsh().run("no-such.jsh").status()).isEqualTo(Exit.USAGE);
        assertThat(new Jsh().run("--help").out()).startsWith("usage: ./jsh");
    }
}
