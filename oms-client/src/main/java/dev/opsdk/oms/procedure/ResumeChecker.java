package dev.opsdk.oms.procedure;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.Checker;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.model.CheckerTaskId;
import dev.opsdk.oms.model.CheckerType;
import dev.opsdk.oms.model.CheckerUpdate;
import dev.opsdk.oms.procedure.BlindStep.Kind;
import dev.opsdk.oms.procedure.StateProbe.Sighting;
import dev.opsdk.oms.procedure.StateProbe.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts a checker where it ended, with another limit if there is one. */
final class ResumeChecker {
    private final OmsContext context;
    private final Checker checker;
    private final CheckerType type;
    private final Optional<CheckerUpdate> limit;
    private final StateProbe probe;
    private final BlindStep stop;
    private final BlindStep update;
    private final BlindStep start;

    ResumeChecker(
            OmsClient client, CheckerTaskId id, CheckerType type, Optional<CheckerUpdate> limit, StateProbe probe) {
        this.context = new OmsContext(client, id.text(), this::now);
        this.checker = client.checker(id);
        this.type = type;
        this.limit = limit;
        this.probe = probe;
        this.stop = new BlindStep(Kind.STOP, context, this::look);
        this.update = new BlindStep(Kind.UPDATE, context, this::look);
        this.start = new BlindStep(Kind.START, context, this::look);
    }

    Plan plan() {
        List<Step> steps = new ArrayList<>();
        limit.ifPresent(change -> {
            steps.add(stop.step("stop the checker", checker.requests().stop(type), () -> checker.stop(type)));
            steps.add(update.step("set its limit", checker.requests().update(change), () -> checker.update(change)));
        });
        steps.add(start.step(
                "start the checker where it ended", checker.requests().start(type), () -> checker.start(type)));
        return context.plan(limit.isPresent() ? "raiseCheckerLimit" : "resumeChecker")
                .checks(List.of(state()))
                .steps(steps)
                .next(this::next)
                .again(this::plan)
                .build();
    }

    private Sighting look() {
        return probe.look(checker.id().text());
    }

    private PreCheck state() {
        Sighting seen = look();
        if (seen.state() == State.GONE) {
            return Checks.block("checker", seen.toString());
        }
        if (seen.known()) {
            return Checks.pass("checker", seen.toString());
        }
        return start.lost()
                ? Checks.block(
                        "earlier start",
                        "its answer was lost, and nothing shows what came of it: look in the console, then plan anew if it is stopped")
                : Checks.cannot("checker", "its state is " + seen);
    }

    private List<String> next(List<StepResult> results) {
        StepResult last = results.get(results.size() - 1);
        if (last.outcome().good()) {
            return last.detail().contains("not verified")
                    ? List.of("look in the console whether it runs; nothing here has proved that")
                    : List.of();
        }
        if (last.outcome() == StepOutcome.UNKNOWN) {
            return List.of("look in the console whether it runs; plan anew if it does not");
        }
        boolean untouched = results.get(0).outcome() == StepOutcome.REJECTED;
        return List.of(
                (untouched ? "nothing was changed" : "the checker may be stopped, and is not known to run")
                        + "; settle the cause, then report.resume().run()",
                Advice.sameByHand(checker.requests().start(type)));
    }

    private List<String> now() {
        Sighting seen = look();
        List<String> orders = Stream.of(stop, update, start)
                .flatMap(each -> each.told().stream())
                .toList();
        return List.of("checker " + checker.id() + ": " + seen
                + (seen.known() || orders.isEmpty() ? "" : "; " + String.join(", ", orders)));
    }
}
