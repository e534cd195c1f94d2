package dev.opsdk.bizconnector.check;

import static dev.opsdk.bizconnector.check.FailedRun.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.core.Secret;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a rotation says about both keys, and how often the connector is bothered with one that it refuses. */
class KeyRotationTest {
    private static final String NEW = "Another_test_APIKEY_with_30_characters+1";

    private final FakeConnector connector = new FakeConnector();
    private final BizConnectorClient client = connector.client();

    @AfterEach
    void close() {
        client.close();
        connector.close();
    }

    private Plan plan(String oldKey, Consumer<RotationOptions.Builder> how) {
        return client.procedures().rotateApiKey(Secret.of(oldKey), Secret.of(NEW), how);
    }

    private static CheckResult check(Plan plan, String name) {
        return plan.checks().stream()
                .filter(each -> each.name().equals(name))
                .map(PreCheck::result)
                .findFirst()
                .orElseThrow();
    }

    private void retire() {
        connector.keys.remove(FakeConnector.KEY);
    }

    @Test
    void aGoodPlanHasNothingAgainstIt() {
        connector.keys.add(NEW);
        Plan plan = plan(FakeConnector.KEY, options -> {});
        for (String each : List.of("new key", "strength", "old key")) {
            assertThat(check(plan, each)).as(each).isEqualTo(CheckResult.PASS);
        }
    }

    @Test
    void aKeyThatMayNotReadTheVersionIsTaken() {
        connector.keys.add(NEW);
        connector.error("GET /Monitoring/Version", 403, "error.connector.forbidden", "no");
        Report report = plan(FakeConnector.KEY, options -> options.retireBy(this::retire))
                .run();
        assertThat(report.proved()).isTrue();
    }

    @Test
    void whatIsTrueAfterwardsIsSaidOfBothKeys() {
        Report before = failed(plan(FakeConnector.KEY, options -> {}));
        assertThat(before.now())
                .containsExactly("this client uses the old key", "the old key was not seen to be refused");
        connector.keys.add(NEW);
        Report half = failed(plan(FakeConnector.KEY, options -> {}));
        assertThat(half.now())
                .containsExactly("this client uses the new key", "the old key was not seen to be refused");
        retire();
        Report after = half.resume().run();
        assertThat(after.now()).containsExactly("this client uses the new key", "the old key is refused");
        assertThat(after.next()).containsExactly("give the new key to everybody else who used the old one");
    }

    @Test
    void aRefusedOldKeyIsTriedOnce() {
        connector.keys.add(NEW);
        String mistyped = "mistyped-old-key-MISTYPED-12";
        List<String> tried = new ArrayList<>();
        Plan plan = plan(
                mistyped,
                options -> options.connectBy(key -> {
                            tried.add(key.reveal());
                            return connector.client(key.reveal());
                        })
                        .retireBy(this::retire));
        assertThat(check(plan, "old key")).isEqualTo(CheckResult.WARN);
        Report report = plan.run();
        assertThat(report.proved()).isFalse();
        assertThat(tried)
                .as("by the told way, and each refusal costs the connector seconds")
                .containsExactly(mistyped, NEW);
        assertThat(check(report.resume(), "old key")).isEqualTo(CheckResult.WARN);
        assertThat(tried).filteredOn(mistyped::equals).hasSize(1);
    }

    @Test
    void aKeyThatWasTakenOnceIsNotAskedAboutAgainWhenResumed() {
        connector.keys.add(NEW);
        Report half = failed(plan(FakeConnector.KEY, options -> {}));
        retire();
        Plan again = half.resume();
        assertThat(check(again, "old key"))
                .as("it was seen to be taken, so its refusal will prove something")
                .isEqualTo(CheckResult.PASS);
        assertThat(again.run().proved()).isTrue();
    }

    @Test
    void whoRetiresIsAskedOnce() {
        connector.keys.add(NEW);
        List<String> retired = new ArrayList<>();
        Report report = failed(plan(
                FakeConnector.KEY,
                options -> options.retireBy(() -> retired.add("x")).retireBy(() -> retired.add("y"))));
        assertThat(retired).containsExactly("y");
        assertThat(report.next().get(0)).contains("take the old key out");
    }
}
