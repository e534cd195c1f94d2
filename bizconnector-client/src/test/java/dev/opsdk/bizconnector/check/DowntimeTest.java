package dev.opsdk.bizconnector.check;

import static dev.opsdk.bizconnector.check.FailedRun.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A downtime that does not go as planned: what is stopped, what is said, and where it goes on. */
class DowntimeTest {
    private static final String NEW_SYNC =
            "{\"result\":{\"lastSyncRun\":{\"completedAt\":\"2026-11-20T10:00:00.000Z\"}}}";
    private static final String OLD_SYNC =
            "{\"result\":{\"lastSyncRun\":{\"completedAt\":\"2026-11-19T10:00:00.000Z\"}}}";

    private final FakeConnector connector = new FakeConnector();
    private final BizConnectorClient client = connector.client();

    @TempDir
    private Path dir;

    @AfterEach
    void close() {
        client.close();
        connector.close();
    }

    private Plan plan(Consumer<DowntimeOptions.Builder> how) {
        return client.procedures()
                .downtime(dir.resolve("f.json"), options -> how.accept(options.patience(Duration.ofMinutes(1))));
    }

    private void synced(String info) {
        connector.answer("GET /api/core/v1/Account/SyncInfo", 200, info);
    }

    private static CheckResult health(Plan plan) {
        return plan.checks().get(1).result();
    }

    @Test
    void anUnhealthyConnectorMayBeStoppedWithAWarning() {
        assertThat(health(plan(options -> {}))).isEqualTo(CheckResult.PASS);
        connector.recorded("GET /health", 500, "503-db-down-health");
        Plan plan = plan(options -> {});
        assertThat(health(plan)).isEqualTo(CheckResult.WARN);
        assertThat(plan.blocked()).isFalse();
    }

    @Test
    void aStopThatDoesNotStopItIsNotOne() {
        Report report = failed(plan(options -> options.stopBy(() -> {})));
        assertThat(report.steps())
                .extracting(StepResult::outcome)
                .containsExactly(StepOutcome.DONE, StepOutcome.FAILED, StepOutcome.NOT_RUN, StepOutcome.NOT_RUN);
        assertThat(report.now()).containsExactly("the connector answers");
        assertThat(report.next()).singleElement().asString().contains("verifyRestore");
    }

    @Test
    void aProxyThatAnswersForItDoesNotCountAsStopped() {
        Report report = failed(plan(
                options -> options.stopBy(() -> connector.answer("GET /health", 502, "<html>Bad Gateway</html>"))));
        assertThat(report.steps().get(1).outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(report.now()).containsExactly("the connector answers");
    }

    @Test
    void whoWasStoppedAndNotStartedIsResumedWhereItWas() {
        Report report = failed(plan(options -> options.stopBy(connector::down)));
        assertThat(report.steps())
                .extracting(StepResult::outcome)
                .containsExactly(StepOutcome.DONE, StepOutcome.DONE, StepOutcome.FAILED, StepOutcome.NOT_RUN);
        assertThat(report.now()).containsExactly("the connector does not answer");
        Plan again = report.resume();
        assertThat(again.blocked())
                .as("it is down already, and its fingerprint is written")
                .isFalse();
        assertThat(health(again)).isEqualTo(CheckResult.PASS);
        Report still = failed(again);
        assertThat(still.steps())
                .extracting(StepResult::outcome)
                .containsExactly(StepOutcome.ALREADY, StepOutcome.ALREADY, StepOutcome.FAILED, StepOutcome.NOT_RUN);
        connector.up();
        Report last = still.resume().run();
        assertThat(last.steps())
                .extracting(StepResult::outcome)
                .containsExactly(StepOutcome.ALREADY, StepOutcome.ALREADY, StepOutcome.ALREADY, StepOutcome.DONE);
        assertThat(last.now().get(0)).isEqualTo("the connector answers");
    }

    @Test
    void aSickConnectorAfterItsFingerprintIsNoNews() {
        Report report = failed(plan(options -> options.stopBy(() -> {})));
        connector.recorded("GET /health", 500, "503-db-down-health");
        assertThat(health(report.resume())).isEqualTo(CheckResult.PASS);
    }

    @Test
    void withNothingToCompareItIsCompleteAndNotProved() {
        synced("{\"result\":{}}");
        Report report = plan(options -> options.stopBy(connector::down).startBy(connector::up))
                .run();
        assertThat(report.complete()).isTrue();
        assertThat(report.proved()).isFalse();
        assertThat(report.steps().get(3).detail()).contains("nothing could tell an older database");
    }

    @Test
    void theNewestDatabaseThatIsStartedAfterAnOlderOneIsComparedAgain() {
        synced(NEW_SYNC);
        Report report = failed(plan(options -> options.stopBy(connector::down).startBy(() -> {
            synced(OLD_SYNC);
            connector.up();
        })));
        assertThat(report.steps().get(3).outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(report.steps().get(3).detail()).contains("an outdated database was started");
        assertThat(failed(report.resume()).steps().get(3).outcome())
                .as("it is still the older one")
                .isEqualTo(StepOutcome.FAILED);
        synced(NEW_SYNC);
        Report last = report.resume().run();
        assertThat(last.steps().get(3).outcome()).isEqualTo(StepOutcome.DONE);
        assertThat(last.now()).anyMatch(each -> each.startsWith("fingerprint: PASS"));
    }
}
