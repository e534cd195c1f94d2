package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run left undone. A planner that looks at a cluster half-way through a move does not know what it was on its way to, such as
 * which replica was only added to take over; so the same steps go on, and each of them looks first. Where that did not help once, or
 * nothing was begun, planning anew is better.
 */
final class Remainder {
    private final List<List<Step>> units;
    private int first;
    private List<List<Step>> left = List.of();
    private Optional<Step> stuckAt = Optional.empty();

    Remainder(List<List<Step>> units) {
        this.units = units;
    }

    /** How many steps of the plan come before them. */
    void startsAt(int number) {
        first = number;
    }

    /** Learns how a run ended, and at which step the one before it did. */
    void of(List<StepResult> results, Optional<Step> stuckBefore) {
        List<List<Step>> undone = new ArrayList<>();
        boolean begun = false;
        int number = first;
        Optional<Step> stuck = Optional.empty();
        for (List<Step> unit : units) {
            List<Step> open = new ArrayList<>();
            for (Step step : unit) {
                StepOutcome outcome = results.get(number++).outcome();
                if (!outcome.good()) {
                    open.add(step);
                    if (stuck.isEmpty()) {
                        stuck = Optional.of(step);
                    }
                }
            }
            if (!open.isEmpty()) {
                begun |= begun(unit, results.subList(number - unit.size(), number));
                undone.add(open);
            }
        }
        stuckAt = stuck;
        boolean again = stuck.isPresent() && stuck.equals(stuckBefore);
        left = begun && !again ? undone : List.of();
    }

    private static boolean begun(List<Step> unit, List<StepResult> results) {
        for (int i = 0; i < unit.size(); i++) {
            StepOutcome outcome = results.get(i).outcome();
            boolean sent =
                    outcome == StepOutcome.DONE || outcome == StepOutcome.UNKNOWN || outcome == StepOutcome.FAILED;
            if (sent && !unit.get(i).requests().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The steps to go on with; empty to plan anew. */
    List<List<Step>> begun() {
        return left;
    }

    /** Where the run ended. */
    Optional<Step> stuckAt() {
        return stuckAt;
    }
}
