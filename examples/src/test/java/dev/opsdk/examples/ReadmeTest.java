package dev.opsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.Job;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.ccr.model.JobState;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.MovePlan;
import dev.opsdk.openmldb.procedure.ClusterOperation;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.oms.OmsChain;
import dev.opsdk.simulator.oms.OmsSimulator;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java of the READMEs stands here, or in the starter, word for word, and runs. */
class ReadmeTest {
    private static final Path HERE = Path.of("src/test/java/dev/opsdk/examples/ReadmeTest.java");
    private static final Path STARTER = Path.of("starter/src");

    @Test
    void theFirstPageShowsTheStarter() throws IOException {
        says(
                "../README.md",
                STARTER.resolve("main/java/com/example/Morning.java"),
                STARTER.resolve("test/java/com/example/MorningTest.java"));
    }

    @Test
    void ccr() throws IOException {
        try (CcrSimulator sim = CcrSimulator.start()) {
            sim.source().database("shop").tables("t1");
            try (CcrClient ccr = client(sim)) {
                ccr.jobs()
                        .create(CreateJob.database(
                                "orders",
                                from -> from.host("127.0.0.1")
                                        .port(9030)
                                        .thriftPort(9020)
                                        .user("root")
                                        .password("")
                                        .database("shop"),
                                to -> to.host("127.0.0.1")
                                        .port(9030)
                                        .thriftPort(9020)
                                        .user("root")
                                        .password("")
                                        .database("dr")));
            }
            sim.advance(Duration.ofMinutes(2));
            pauseOrders(sim);
            assertThat(sim.job("orders").isPaused()).isTrue();
        }
        says("../ccr-client/README.md", HERE);
    }

    private static void pauseOrders(CcrSimulator sim) {
        try (CcrClient ccr = client(sim)) {
            Job orders = ccr.job("orders");
            System.out.println(orders.snapshot());
            orders.procedures().pauseAndConfirm().run();
            orders.awaitState(JobState.Known.PAUSED, Duration.ofMinutes(1));
            System.out.println(ccr.jobs().snapshots());
        }
    }

    @Test
    void oms() throws IOException {
        try (OmsSimulator sim = OmsSimulator.builder().hosts("10.10.10.1").start()) {
            OmsChain chain = sim.chain("p_orders");
            sim.advance(Duration.ofHours(1));
            try (OmsClient oms = client(sim)) {
                oms.store(chain.store().name()).clear(); // one that runs is not restarted
            }
            restartTheStore(sim, chain.store().name(), chain.writer().name());
            assertThat(sim.journal().entries()).anyMatch(entry -> entry.path().equals("/crawler/restore"));
        }
        says("../oms-client/README.md", HERE);
    }

    private static void restartTheStore(OmsSimulator sim, String store, String writer) {
        try (OmsClient oms = client(sim)) {
            System.out.println(oms.chain(store, writer).diagnose());
            Plan plan = oms.store(store).procedures().restart();
            Report report = plan.run();
            System.out.println(report.proved());
        }
    }

    @Test
    void openMldb() throws IOException {
        try (OpenMldbSimulator sim = OpenMldbSimulator.builder().tablets(2).start()) {
            sim.table("db1", "t1").partitions(4).replicas(2).rows(10).create();
            sim.addTablet();
            scaleOut(sim);
            assertThat(sim.journal().entries()).anyMatch(entry -> entry.path().endsWith("/Migrate"));
        }
        says("../openmldb-ops/README.md", HERE);
    }

    private static void scaleOut(OpenMldbSimulator sim) {
        try (OpenMldbOps mldb = client(sim)) {
            System.out.println(mldb.status().tables());
            ClusterOperation<MovePlan> scaleOut = mldb.procedures().scaleOut(o -> o);
            System.out.println(scaleOut.decision());
            System.out.println(scaleOut.run());
        }
    }

    private static CcrClient client(CcrSimulator sim) {
        return CcrClient.builder()
                .syncers(sim.url())
                .timeSource(time(sim.clock(), sim::advance))
                .build();
    }

    private static OmsClient client(OmsSimulator sim) {
        return OmsClient.builder()
                .url(sim.url())
                .timeSource(time(sim.clock(), sim::advance))
                .build();
    }

    private static OpenMldbOps client(OpenMldbSimulator sim) {
        return OpenMldbOps.builder()
                .nameServers(sim.nameServerEndpoints().toArray(String[]::new))
                .timeSource(time(sim.clock(), sim::advance))
                .build();
    }

    private static TimeSource time(SimClock clock, Consumer<Duration> advance) {
        return TimeSource.simulated(clock::now, advance);
    }

    /** Each paragraph of each Java block stands in one of the sources. */
    private static void says(String readme, Path... sources) throws IOException {
        StringBuilder run = new StringBuilder();
        for (Path source : sources) {
            run.append(bare(Files.readString(source)));
        }
        List<String> blocks = JavaBlocks.of(Path.of(readme));
        assertThat(blocks).isNotEmpty();
        blocks.stream()
                .flatMap(block -> Stream.of(block.split("\\n\\n")))
                .map(ReadmeTest::bare)
                .map(paragraph -> paragraph.replaceAll("}}$", "}")) // the end of a class whose other half is not shown
                .forEach(paragraph -> assertThat(run).contains(paragraph));
    }

    /** And without where the servers are. */
    private static String bare(String java) {
        return JavaBlocks.bare(java.replaceAll("\\w+\\.connect\\(\"[^)]*\\)", "client(sim)"));
    }
}
