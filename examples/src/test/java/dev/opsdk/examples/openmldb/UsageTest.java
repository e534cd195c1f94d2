package dev.opsdk.examples.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
    private final World world = World.start(sim -> sim);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void helpNamesEveryFlagOperationAndExitCode() {
        Ran ran = world.runBare("--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("--openmldb_bin_path", "--cmd", "--zk_cluster", "--zk_root_path", "--endpoints", "--statfile")
                .contains("--allow_single_replica", "--db", "--filter", "--nameservers", "--user", "--dry-run")
                .contains("--timeout", "--yes", "--json", "--exclusive", "--version")
                .contains("recoverdata", "scaleout", "scalein", "pre-upgrade", "post-upgrade")
                .contains("showopstatus", "showtablestatus", "130", "OPSDK_OPENMLDB_PASSWORD")
                .doesNotContain("\u001b");
        assertThat(ran.out().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void versionIsPrinted() {
        assertThat(world.runBare("--version").out()).startsWith("opsdk-openmldb ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --nameservers=h:1                                           | --cmd
                    --cmd=scaleup --nameservers=h:1                             | recoverdata, scaleout, scalein
                    --cmd=scaleout                                              | one of --zk_cluster
                    --cmd=scaleout --zk_cluster=h:1 --zk_r=/x --nameservers=h:1 | one of --zk_cluster
                    --cmd=scaleout --zk_cluster=h:1                             | --zk_root_path
                    --cmd=scaleout --nameservers=h:1 --exclusive                | --exclusive needs
                    --cmd=scaleout --nameservers=h:1 --timeout=soon             | not a time
                    --cmd=scaleout --nameservers=h:1 --timeout=0s               | longer than zero
                    --cmd=scaleout --nameservers=h:1 --zk=h:1                   | --zk
                    --cmd=scaleout --nameservers=h:1 --nonsense                 | --nonsense
                    --cmd=scaleout --nameservers=h:1 leftover                   | leftover
                    --cmd=scaleout --nameservers=nonsense                       | host:port
                    --cmd=scaleout --zk_cluster=h:1 --zk_root_path=x            | no path
                    --cmd=scalein --nameservers=h:1                             | scalein needs --endpoints
                    --cmd=scalein --endpoints= --nameservers=h:1                | scalein needs --endpoints
                    --cmd=pre-upgrade --nameservers=h:1 --endpoints=a:1,b:1     | 2 are named
                    --cmd=post-upgrade --nameservers=h:1                        | 0 are named
                    --cmd=showopstatus --nameservers=h:1 --filter=kfailed       | kFailed
                    --cmd=scaleout --nameservers=h:1 --user=root                | OPSDK_OPENMLDB_PASSWORD
                    """)
    void wrongUsageSaysWhatIsWrong(String args, String message) {
        Ran ran = world.runBare(args.strip().split(" "));
        assertThat(ran.code()).as(ran.err()).isEqualTo(Exit.USAGE);
        assertThat(ran.err()).contains(message).doesNotContain("\tat ");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void whatWasUnambiguousInThePythonToolStaysSo() {
        world.sim.table("demo_db", "t1").create();
        assertThat(world.run("--c=showopstatus", "--d=demo_db", "--o=x", "--s=y")
                        .code())
                .isZero();
        assertThat(world.run("--cmd", "scalein", "--e", world.tablet(0), "--dry")
                        .out())
                .contains("scaleIn '" + world.tablet(0));
    }
}
