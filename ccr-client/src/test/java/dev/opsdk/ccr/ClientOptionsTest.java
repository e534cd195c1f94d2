package dev.opsdk.ccr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.ReadOnlyException;
import dev.opsdk.core.internal.Environment;
import dev.opsdk.simulator.ccr.CcrSimulator;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The options that only this client has. */
class ClientOptionsTest {
    @TestFactory
    Stream<DynamicTest> aReadOnlyClientSendsNoMutation() {
        return WireCall.all().stream()
                .filter(call -> call.effect() == Effect.MUTATION)
                .map(call -> DynamicTest.dynamicTest(call.toString(), () -> {
                    try (Bench bench = Bench.of(CcrSimulator.builder(), told -> told.readOnly(true))
                            .withJob(WireCall.JOB, 0)) {
                        assertThatExceptionOfType(ReadOnlyException.class)
                                .isThrownBy(() -> call.run(bench.ccr))
                                .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));
                        assertThat(bench.sim.journal().requests("/" + call.operation()))
                                .isEmpty();
                        assertThat(bench.asked()).isSubsetOf("0 /job_detail");
                    }
                }));
    }

    @Test
    void aReadOnlyClientReads() {
        try (Bench bench =
                Bench.of(CcrSimulator.builder(), told -> told.readOnly(true)).withJob("orders", 0)) {
            assertThat(bench.ccr.job("orders").snapshot().detail().name()).contains("orders");
            assertThat(bench.ccr).hasToString("CcrClient[" + bench.sim.url() + "] read-only");
        }
    }

    @Test
    void anAdvertisedAddressIsHostAndPortAndAUrl() {
        CcrClient.Builder builder = CcrClient.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.advertised("127.0.0.1:9190", "10.0.0.7:9190"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.advertised("", "http://10.0.0.7:9190"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.advertised("http://127.0.0.1:9190", "http://10.0.0.7:9190"))
                .withMessageContaining("host:port");
    }

    /** Without the port it would be taken for port 80, and never be met again. */
    @Test
    void anAdvertisedAddressHasItsPort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CcrClient.builder().advertised("syncer-b", "http://10.0.0.7:9190"))
                .withMessageContaining("host:port");
    }

    @Test
    void theWindowAndThePauseMustBeSensible() {
        CcrClient.Builder builder = CcrClient.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.takeoverWindow(Duration.ofSeconds(-1)))
                .withMessageContaining("takeoverWindow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.pollEvery(Duration.ZERO))
                .withMessageContaining("pollEvery");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.pollEvery(Duration.ofMillis(-1)))
                .withMessageContaining("pollEvery");
        try (CcrClient ccr = builder.syncers("http://10.0.0.7:9190")
                .pollEvery(Duration.ofSeconds(7))
                .build()) {
            assertThat(ccr.pollEvery()).isEqualTo(Duration.ofSeconds(7));
        }
    }

    @Test
    void aWaitLooksAsOftenAsTold() {
        try (Bench bench = Bench.of(CcrSimulator.builder(), told -> told.pollEvery(Duration.ofSeconds(10)))
                .withJob("orders", 0)) {
            bench.sim.source().write("demo", 25);
            bench.ccr.job("orders").awaitPosition(bench.sim.source().lastSeq("demo"), Duration.ofMinutes(5));
            assertThat(bench.time.sleeps())
                    .isNotEmpty()
                    .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15)));
        }
    }

    @Test
    void pinnedWithoutAWordAboutTheOwnerNamesTheWayOut() {
        try (Bench bench = Bench.of(
                        CcrSimulator.builder().nodes(2).advertise("127.0.0.1:1", "127.0.0.1:2"),
                        told -> told.pinned(true))
                .withJob("orders", 1)) {
            try (CcrClient half =
                    CcrClient.builder().syncers(bench.sim.url()).pinned(true).build()) {
                assertThatExceptionOfType(PreconditionException.class)
                        .isThrownBy(() -> half.job("orders").pause())
                        .withMessageContaining("advertised(\"127.0.0.1:2\"");
            }
            assertThat(bench.executed("/pause")).isEmpty();
        }
    }

    @Test
    void theSameSyncerTwiceIsOne() {
        try (CcrClient ccr = CcrClient.connect("http://10.0.0.7:9190", "http://10.0.0.7:9190/")) {
            assertThat(ccr.syncers()).hasSize(1);
            assertThat(ccr.syncer("http://10.0.0.7:9190").url()).hasToString("http://10.0.0.7:9190");
            assertThat(ccr).hasToString("CcrClient[http://10.0.0.7:9190]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ccr.syncer("http://10.0.0.8:9190"))
                    .withMessageContaining("not among");
        }
    }

    @Test
    void scriptsTakeTheSyncersFromTheEnvironment() {
        Map<String, String> env =
                Map.of("OPSDK_CCR_URL", " http://10.0.0.7:9190 , http://10.0.0.8:9190", "OPSDK_CCR_READ_ONLY", "true");
        try (CcrClient ccr = CcrClient.fromEnv(Environment.of(env))) {
            assertThat(ccr).hasToString("CcrClient[http://10.0.0.7:9190, http://10.0.0.8:9190] read-only");
        }
        Map<String, String> less = Map.of("OPSDK_CCR_URL", "http://10.0.0.7:9190");
        try (CcrClient ccr = CcrClient.fromEnv(Environment.of(less))) {
            assertThat(ccr).hasToString("CcrClient[http://10.0.0.7:9190]");
        }
    }
}
