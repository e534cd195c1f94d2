package dev.opsdk.core.procedure;

import dev.opsdk.core.Durations;
import dev.opsdk.core.error.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/** What a run came to: what is done, what is not, what is true now, and what to do next. */
public final class Report {
    private final String procedure;
    private final String target;
    private final Instant startedAt;
    private final Instant endedAt;
    private final List<StepResult> steps;
    private final boolean blocked;
    private final boolean changed;
    private final boolean proved;
    private final List<String> now;
    private final List<String> next;
    private final Supplier<Plan> resume;

    Report(
            String procedure,
            String target,
            Instant startedAt,
            Instant endedAt,
            List<StepResult> steps,
            boolean blocked,
            boolean changed,
            boolean proved,
            List<String> now,
            List<String> next,
            Supplier<Plan> resume) {
        this.procedure = procedure;
        this.target = target;
        this.startedAt = startedAt;
        this.endedAt = endedAt;
        this.steps = List.copyOf(steps);
        this.blocked = blocked;
        this.changed = changed;
        this.proved = proved;
        this.now = List.copyOf(now);
        this.next = List.copyOf(next);
        this.resume = resume;
    }

    /**
     * The procedure's name.
     *
     * @return the name
     */
    public String procedure() {
        return procedure;
    }

    /**
     * What it worked on.
     *
     * @return the target
     */
    public String target() {
        return target;
    }

    /**
     * When it began.
     *
     * @return the time
     */
    public Instant startedAt() {
        return startedAt;
    }

    /**
     * When it ended.
     *
     * @return the time
     */
    public Instant endedAt() {
        return endedAt;
    }

    /**
     * How each step ended.
     *
     * @return all steps, also those that did not run
     */
    public List<StepResult> steps() {
        return steps;
    }

    /**
     * What is true now, read after the last step.
     *
     * @return statements; one of them says so if nothing could be read
     */
    public List<String> now() {
        return now;
    }

    /**
     * What to do next.
     *
     * @return instructions, the first one first
     */
    public List<String> next() {
        return next;
    }

    /**
     * Whether the goal is reached.
     *
     * @return true if every step is done, and no pre-check forbade the run
     */
    public boolean complete() {
        return !blocked && steps.stream().allMatch(step -> step.outcome().good());
    }

    /**
     * Whether the goal is reached and reading showed it. A complete run that is not proved has a step that the server accepted and whose
     * effect no call shows; its detail says so.
     *
     * @return true if every step is done and was seen to be done
     */
    public boolean proved() {
        return complete() && proved;
    }

    /**
     * Did anything happen?
     *
     * @return what is known about the run's effect; {@code NOT_DONE} also when everything was already as it should be, or when only
     *     steps were taken that send nothing, such as a wait
     */
    public Outcome outcome() {
        if (steps.stream().anyMatch(step -> step.outcome() == StepOutcome.UNKNOWN)) {
            return Outcome.UNKNOWN;
        }
        return changed ? Outcome.PARTLY_DONE : Outcome.NOT_DONE;
    }

    /**
     * Plans the same work again from what is true now; what is done will be found so and skipped. Carries what the servers no longer
     * know, such as the definition of a job that was deleted half-way.
     *
     * @return a new plan
     */
    public Plan resume() {
        return resume.get();
    }

    private String headline() {
        if (!complete()) {
            return "is NOT complete";
        }
        if (!proved) {
            return "is complete as far as the server says, NOT PROVED";
        }
        boolean idle = !steps.isEmpty() && steps.stream().allMatch(step -> step.outcome() == StepOutcome.ALREADY);
        return idle ? "is complete: it was so already, nothing was done" : "is complete";
    }

    /** All of it, to be read. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(procedure + " '" + target + "' " + headline());
        text.append(" (")
                .append(startedAt.truncatedTo(ChronoUnit.SECONDS))
                .append(", took ")
                .append(Durations.text(Duration.between(startedAt, endedAt)))
                .append(')');
        steps.forEach(step -> text.append("\n  ").append(step));
        now.forEach(line -> text.append("\n  now:  ").append(line));
        next.forEach(line -> text.append("\n  next: ").append(line));
        return text.toString();
    }
}
