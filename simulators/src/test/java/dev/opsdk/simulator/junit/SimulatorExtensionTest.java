package dev.opsdk.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;

import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.Simulator;
import dev.opsdk.simulator.Wire;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.oms.OmsSimulator;
import java.net.ConnectException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class SimulatorExtensionTest {

    @RegisterExtension
    static final SimulatorExtension<CcrSimulator> CCR = SimulatorExtension.of(
            CcrSimulator.class, () -> CcrSimulator.builder().nodes(2).start());

    @RegisterExtension
    static final SimulatorExtension<OmsSimulator> OMS = SimulatorExtension.of(OmsSimulator.class, OmsSimulator::start);

    private static final Queue<String> USED = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void prepare(CcrSimulator sim) {
        sim.source().database("prepared");
    }

    @Test
    void setUpAndTestShareOneSimulator(CcrSimulator sim) {
        USED.add(sim.url());
        assertThat(sim.source().hasDatabase("prepared")).isTrue();
        assertThat(sim.urls()).hasSize(2);
    }

    @Test
    void eachTestHasItsOwn(CcrSimulator sim) {
        USED.add(sim.url());
        assertThat(sim.journal().entries()).isEmpty();
        assertThat(new Wire(sim.url()).text("/list_jobs", "")).contains("true");
    }

    @Test
    void aTestMayHaveSimulatorsOfSeveralKinds(CcrSimulator ccr, OmsSimulator oms) {
        USED.add(oms.url());
        assertThat(oms.url()).isNotEqualTo(ccr.url());
    }

    @Test
    void thereIsNoneOutsideOfATestUnlessItIsTheClasses() {
        assertThatThrownBy(CCR::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("each test has its own CcrSimulator");
        assertThat(run(Early.class).getFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException()).hasMessageContaining("outside of a test"));
    }

    @Test
    void aTestThatFailsShowsTheSimulator() {
        List<TestExecutionSummary.Failure> failures = run(Failing.class).getFailures();
        assertThat(failures).hasSize(2).allSatisfy(failure -> {
            assertThat(failure.getException()).hasMessage("as planned");
            assertThat(List.of(failure.getException().getSuppressed()))
                    .hasOnlyElementsOfType(SimulatorState.class)
                    .first()
                    .asString()
                    .contains("CcrSimulator at http://127.0.0.1:")
                    .contains("it is 2026-01-15T08:00:00Z (standing still)")
                    .contains(
                            "still waits at http://127.0.0.1:",
                            ": html 502 before processing of POST on /pause, 3 times")
                    .contains("POST /list_jobs?x -> EXECUTED 200");
        });
    }

    @Test
    void aSimulatorPerClassIsForAllOfThemAndForThoseNested() {
        TestExecutionSummary summary = run(Shared.class);
        assertThat(summary.getFailures()).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(3);
        assertThat(Shared.SEEN).hasSize(3).containsOnly(Shared.SEEN.element());
        assertClosed(Shared.SEEN.element());
        assertThatThrownBy(Shared.CCR::get).hasMessageContaining("has not begun");
    }

    @AfterAll
    static void simulatorsAreClosedAfterTheirTest() {
        assertThat(USED).isNotEmpty().allSatisfy(SimulatorExtensionTest::assertClosed);
    }

    private static void assertClosed(String url) {
        assertThatThrownBy(() -> new Wire(url).send("GET", "/version", "")).isInstanceOf(ConnectException.class);
    }

    private static TestExecutionSummary run(Class<?> tests) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(tests))
                .build();
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(alone).execute(request, listener);
        return listener.getSummary();
    }

    /** Run by a test above, not by itself. */
    @ExtendWith(Simulators.class)
    static class Failing {

        @BeforeEach
        void prepare(CcrSimulator sim) {
            sim.node(0).fail(Fault.html(502).on("/pause").method("POST").times(3));
            new Wire(sim.url()).post("/list_jobs?x", "");
        }

        @Test
        void first() {
            fail("as planned");
        }

        @Test
        void second(CcrSimulator sim, OmsSimulator unused) {
            assertThat(List.<Simulator>of(sim, unused)).doesNotContainNull();
            fail("as planned");
        }
    }

    static class Early {

        @RegisterExtension
        static final SimulatorExtension<OmsSimulator> OMS =
                SimulatorExtension.of(OmsSimulator.class, OmsSimulator::start);

        @BeforeAll
        static void tooEarly(OmsSimulator sim) {
            fail("got " + sim);
        }

        @Test
        void neverRuns() {
            fail("ran");
        }
    }

    static class Shared {

        @RegisterExtension
        static final SimulatorExtension<CcrSimulator> CCR =
                SimulatorExtension.of(CcrSimulator.class, CcrSimulator::start).perClass();

        private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

        @BeforeAll
        static void early(CcrSimulator sim) {
            SEEN.add(sim.url());
        }

        @Test
        void asAParameter(CcrSimulator sim) {
            assertThat(sim).isSameAs(CCR.get());
        }

        @Test
        void withoutOne() {
            SEEN.add(CCR.get().url());
        }

        @Nested
        class Inside {

            @Test
            void theSame(CcrSimulator sim) {
                SEEN.add(sim.url());
            }
        }
    }
}
