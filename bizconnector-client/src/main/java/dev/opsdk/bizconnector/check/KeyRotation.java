package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.ApiKeyAssessment;
import dev.opsdk.core.Secret;
import dev.opsdk.core.error.ForbiddenException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepResult;
import java.util.ArrayList;
import java.util.List;

/** New key works, client switched, old key refused. What was refused once is not tried again in the same plan. */
final class KeyRotation {
    private final BizConnectorClient client;
    private final Secret oldKey;
    private final Secret newKey;
    private final RotationOptions options;
    private boolean switched;
    private boolean oldTaken;
    private boolean oldRefused;

    KeyRotation(BizConnectorClient client, Secret oldKey, Secret newKey, RotationOptions options) {
        this.client = client;
        this.oldKey = oldKey;
        this.newKey = newKey;
        this.options = options;
    }

    Plan plan() {
        return Plan.of("rotateApiKey", client.url(), client.timeSource())
                .checks(checks())
                .steps(List.of(works(), change(), retired()))
                .now(this::now)
                .next(this::next)
                .again(this::plan)
                .build();
    }

    private List<PreCheck> checks() {
        List<PreCheck> checks = new ArrayList<>();
        checks.add(
                oldKey.equals(newKey)
                        ? new PreCheck("new key", CheckResult.BLOCK, "it is the old one")
                        : new PreCheck("new key", CheckResult.PASS, "it differs from the old one"));
        List<String> weak = ApiKeyAssessment.weaknesses(newKey);
        checks.add(
                weak.isEmpty()
                        ? new PreCheck("strength", CheckResult.PASS, "the new key meets the server's policy")
                        : new PreCheck(
                                "strength",
                                CheckResult.BLOCK,
                                "the connector does not start with the new key: " + String.join(", ", weak)));
        checks.add(current());
        checks.add(
                new PreCheck(
                        "rights",
                        CheckResult.CANNOT_CHECK,
                        "whether the new key may do all that the old one may; compare their scopes, or calls are forbidden after the switch"));
        checks.add(new PreCheck(
                "other users",
                CheckResult.CANNOT_CHECK,
                "who else uses the old key; they are refused when it is gone"));
        return checks;
    }

    /** A key that was never taken is refused, too: that would prove nothing about the real one. */
    private PreCheck current() {
        if (!oldTaken && !oldRefused) {
            oldTaken = accepted(oldKey);
            oldRefused = !oldTaken;
        }
        return oldTaken
                ? new PreCheck("old key", CheckResult.PASS, "the connector takes it now")
                : new PreCheck(
                        "old key",
                        CheckResult.WARN,
                        "the connector refuses it already: it is mistyped, or out of the configuration; that it is refused proves "
                                + "nothing about the key that is in use");
    }

    private Step works() {
        return Step.named("see that the new key is taken")
                .look(() -> accepted(newKey)
                        ? Look.done("the connector takes the new key")
                        : Look.blocked(
                                "the connector refuses the new key: put it into the configuration beside the old one, under "
                                        + "an id of its own, and restart"))
                .build();
    }

    private Step change() {
        return Step.named("let this client use the new key")
                .look(() -> switched ? Look.done("this client uses the new key") : Look.toDo("it uses another one"))
                .act(progress -> {
                    client.changeApiKey(newKey);
                    switched = true;
                })
                .build();
    }

    private Step retired() {
        return Step.named("see that the old key is refused, once it is out of the configuration")
                .look(this::old)
                .act(progress -> options.retire().ifPresent(Runnable::run))
                .prove(() -> options.retire().isPresent() ? old() : Look.toDo("nobody was told to take it out"))
                .build();
    }

    private Look old() {
        if (!oldRefused) {
            oldRefused = !accepted(oldKey);
        }
        if (oldRefused && !oldTaken) {
            return Look.accepted(
                    "the connector refuses the old key, and was never seen to take it: is it the right one?");
        }
        return oldRefused
                ? Look.done("the connector refuses the old key")
                : Look.toDo("the connector still takes the old key");
    }

    /** A key whose roles do not admit to the version is a good key. */
    private boolean accepted(Secret key) {
        try (BizConnectorClient other = options.connect(client, key)) {
            other.monitoring().version();
            return true;
        } catch (ForbiddenException e) {
            return true;
        } catch (UnauthorizedException e) {
            return false;
        }
    }

    private List<String> now() {
        return List.of(
                "this client uses the " + (switched ? "new" : "old") + " key",
                oldRefused
                        ? "the old key is refused" + (oldTaken ? "" : ", and was never seen to be taken")
                        : "the old key was not seen to be refused");
    }

    private List<String> next(List<StepResult> results) {
        if (!switched) {
            return List.of(
                    "put the new key into the configuration beside the old one, under an id of its own, restart the "
                            + "connector, then report.resume(); leave the old key in until then");
        }
        return oldRefused
                ? List.of("give the new key to everybody else who used the old one")
                : List.of("take the old key out of the configuration, restart the connector, then report.resume()");
    }
}
