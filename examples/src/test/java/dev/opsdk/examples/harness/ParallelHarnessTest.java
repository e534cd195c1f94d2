package dev.opsdk.examples.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The examples as a user's build runs them: side by side, eight at once, and twice at the same time. */
class ParallelHarnessTest {
    private static final String PARALLEL = "junit.jupiter.execution.parallel.";

    @Test
    void theExamplesDoNotDisturbEachOther() throws Exception {
        AtLeast atOnce = new AtLeast();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<TestExecutionSummary>> runs = both.invokeAll(List.of(() -> run(atOnce), () -> run(atOnce)));
            for (Future<TestExecutionSummary> run : runs) {
                assertThat(run.get().getFailures())
                        .extracting(TestExecutionSummary.Failure::getException)
                        .isEmpty();
                assertThat(run.get().getTestsSucceededCount()).isEqualTo(12);
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(atOnce.most()).isGreaterThan(2);
    }

    private static TestExecutionSummary run(AtLeast atOnce) {
        List<ClassSelector> examples = Stream.of(
                        CcrHarnessTest.class,
                        OmsHarnessTest.class,
                        OpenMldbHarnessTest.class,
                        ConnectorHarnessTest.class)
                .map(DiscoverySelectors::selectClass)
                .toList();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(examples)
                .configurationParameter(PARALLEL + "enabled", "true")
                .configurationParameter(PARALLEL + "mode.default", "concurrent")
                .configurationParameter(PARALLEL + "mode.classes.default", "concurrent")
                .configurationParameter(PARALLEL + "config.strategy", "fixed")
                .configurationParameter(PARALLEL + "config.fixed.parallelism", "8")
                .build();
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener() {
            @Override
            public void executionStarted(TestIdentifier test) {
                super.executionStarted(test);
                atOnce.begins(test);
            }

            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                atOnce.ends(test);
                super.executionFinished(test, result);
            }
        };
        LauncherFactory.create(alone).execute(request, summary);
        return summary.getSummary();
    }

    /** How many tests ran at once. */
    private static final class AtLeast {
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        void begins(TestIdentifier test) {
            if (test.isTest()) {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
            }
        }

        void ends(TestIdentifier test) {
            if (test.isTest()) {
                running.decrementAndGet();
            }
        }

        int most() {
            return most.get();
        }
    }
}
