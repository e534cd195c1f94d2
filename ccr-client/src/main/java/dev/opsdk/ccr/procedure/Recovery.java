package dev.opsdk.ccr.procedure;

import dev.opsdk.ccr.assess.Stall;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.core.procedure.Plan;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ways out of a stall, to choose from.
 *
 * @param stall what was seen
 * @param look the last look
 * @param options plans, the least harmful first; none when the job is not stalled
 * @param notes what else to know
 */
public record Recovery(Stall stall, JobSnapshot look, List<Plan> options, List<String> notes) {
    /** Keeps the lists. */
    public Recovery {
        options = List.copyOf(options);
        notes = List.copyOf(notes);
    }

    /**
     * The plan of that name.
     *
     * @param procedure such as {@code skip by fullsync}
     * @return the plan
     * @throws IllegalArgumentException if it is not among the options
     */
    public Plan option(String procedure) {
        return options.stream()
                .filter(plan -> plan.procedure().equals(procedure))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + procedure + "' is not among the options: "
                        + options.stream().map(Plan::procedure).collect(Collectors.joining(", "))));
    }

    /** The stall, the plans with their curl lines, the notes. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(look.job() + " is " + stall);
        for (Plan plan : options) {
            text.append('\n').append(plan);
            plan.curl().forEach(line -> text.append("\n  ").append(line));
        }
        notes.forEach(note -> text.append("\nNote: ").append(note));
        return text.toString();
    }
}
