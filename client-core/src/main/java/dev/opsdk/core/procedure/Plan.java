package dev.opsdk.core.procedure;

import dev.opsdk.core.Secret;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.ProcedureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Multi-step work as a value: what was checked, and the steps as the requests they will be. Printing it or taking its curl lines
 * changes nothing; {@link #run()} does.
 */
public final class Plan {
    private final String procedure;
    private final String target;
    private final TimeSource time;
    private final List<PreCheck> checks;
    private final List<Step> steps;
    private final Supplier<List<String>> now;
    private final Function<List<StepResult>, List<String>> next;
    private final Supplier<Plan> again;
    private final boolean confirmed;

    private Plan(Builder builder, boolean confirmed) {
        this.procedure = builder.procedure;
        this.target = builder.target;
        this.time = builder.time;
        this.checks = List.copyOf(builder.checks);
        this.steps = inOrder(builder.steps);
        this.now = builder.now;
        this.next = builder.next;
        this.again = Objects.requireNonNull(builder.again, "a plan must be able to be made again");
        this.confirmed = confirmed;
    }

    private static List<Step> inOrder(List<Step> steps) {
        boolean closing = false;
        for (Step step : steps) {
            if (closing && !step.always()) {
                throw new IllegalArgumentException(
                        "'" + step.title() + "' stands behind a step that always runs at the end");
            }
            closing = step.always();
        }
        return List.copyOf(steps);
    }

    /**
     * Starts a plan.
     *
     * @param procedure the procedure's name
     * @param target what it works on
     * @param time the clock
     * @return a builder
     */
    public static Builder of(String procedure, String target, TimeSource time) {
        return new Builder(procedure, target, time);
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
     * What it works on.
     *
     * @return the target
     */
    public String target() {
        return target;
    }

    /**
     * What was looked at.
     *
     * @return the pre-checks
     */
    public List<PreCheck> checks() {
        return checks;
    }

    /**
     * What will be done.
     *
     * @return the steps, in order
     */
    public List<Step> steps() {
        return steps;
    }

    /**
     * Whether a pre-check forbids running it.
     *
     * @return true if it cannot run
     */
    public boolean blocked() {
        return checks.stream().anyMatch(check -> check.result() == CheckResult.BLOCK);
    }

    /**
     * Whether something is gone afterwards.
     *
     * @return true if {@link #confirm} is needed
     */
    public boolean destructive() {
        return steps.stream().anyMatch(Step::destructive);
    }

    /**
     * The steps for a shell: a comment a step, and the mutations as curl lines, secrets masked. They do not look before they act, and do
     * not wait; this plan does.
     *
     * @return lines
     */
    public List<String> curl() {
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (Step step : steps) {
            List<String> requests =
                    step.requests().stream().map(RequestLine::curl).toList();
            boolean masked = requests.stream().anyMatch(line -> line.contains(Secret.MASK));
            lines.add("# " + ++number + ". " + step.title() + (step.destructive() ? " (cannot be undone)" : "")
                    + (masked ? " -- fill in what is masked as " + Secret.MASK + " first" : ""));
            lines.addAll(requests);
        }
        return List.copyOf(lines);
    }

    /**
     * Confirms that something will be gone.
     *
     * @param name the target's name, typed by who wants it
     * @return a plan that may run
     * @throws IllegalArgumentException if it is another name
     */
    public Plan confirm(String name) {
        if (!name.equals(target)) {
            throw new IllegalArgumentException(
                    "confirm(\"" + name + "\") does not match; this plan works on '" + target + "'");
        }
        return new Plan(toBuilder(), true);
    }

    /**
     * Runs it.
     *
     * @return the report of a complete run
     * @throws ProcedureException if it ends before its goal; carries the report
     * @throws IllegalStateException if it is destructive and not confirmed
     */
    public Report run() {
        return run(ProcedureListener.NONE);
    }

    /**
     * Runs it and tells how far it is.
     *
     * @param listener sees the steps
     * @return the report of a complete run
     * @throws ProcedureException if it ends before its goal; carries the report
     * @throws IllegalStateException if it is destructive and not confirmed
     */
    public Report run(ProcedureListener listener) {
        if (destructive() && !confirmed) {
            String finals =
                    steps.stream().filter(Step::destructive).map(Step::title).collect(Collectors.joining("; "));
            throw new IllegalStateException("not run: " + procedure + " '" + target + "' cannot be undone (" + finals
                    + "); if you want it, put .confirm(\"" + target + "\") before .run()");
        }
        return new Run(this, listener).toEnd();
    }

    TimeSource time() {
        return time;
    }

    List<String> now() {
        return now.get();
    }

    List<String> next(List<StepResult> results) {
        return next.apply(results);
    }

    Supplier<Plan> again() {
        return again;
    }

    private Builder toBuilder() {
        return new Builder(procedure, target, time)
                .checks(checks)
                .steps(steps)
                .now(now)
                .next(next)
                .again(again);
    }

    /** All of it, to be read before it is run. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Plan: " + procedure + " '" + target + "'");
        checks.forEach(check -> text.append("\n  ").append(check));
        int number = 0;
        for (Step step : steps) {
            text.append("\n  ").append(++number).append(". ").append(step.title());
            if (step.destructive()) {
                text.append("   [destructive: needs confirm(\"").append(target).append("\")]");
            }
            if (step.always()) {
                text.append("   [also after a failure]");
            }
            step.requests().forEach(request -> text.append("\n       ").append(request));
        }
        if (blocked()) {
            text.append("\n  This plan is blocked and will not run.");
        }
        return text.toString();
    }

    /** Builds a {@link Plan}. */
    public static final class Builder {
        private final String procedure;
        private final String target;
        private final TimeSource time;
        private List<PreCheck> checks = List.of();
        private List<Step> steps = List.of();
        private Supplier<List<String>> now = List::of;
        private Function<List<StepResult>, List<String>> next = results -> List.of();
        private @Nullable Supplier<Plan> again;

        private Builder(String procedure, String target, TimeSource time) {
            this.procedure = procedure;
            this.target = target;
            this.time = time;
        }

        /**
         * What was looked at.
         *
         * @param results the pre-checks
         * @return this builder
         */
        public Builder checks(List<PreCheck> results) {
            checks = results;
            return this;
        }

        /**
         * What will be done.
         *
         * @param inOrder the steps
         * @return this builder
         */
        public Builder steps(List<Step> inOrder) {
            steps = inOrder;
            return this;
        }

        /**
         * Reads what is true after the run.
         *
         * @param reader gives statements
         * @return this builder
         */
        public Builder now(Supplier<List<String>> reader) {
            now = reader;
            return this;
        }

        /**
         * Says what to do after the run.
         *
         * @param advice gives instructions for how the steps ended
         * @return this builder
         */
        public Builder next(Function<List<StepResult>, List<String>> advice) {
            next = advice;
            return this;
        }

        /**
         * Plans the same work again, for resuming.
         *
         * @param planner carries what the servers may have forgotten
         * @return this builder
         */
        public Builder again(Supplier<Plan> planner) {
            again = planner;
            return this;
        }

        /**
         * The plan.
         *
         * @return a plan, not confirmed
         */
        public Plan build() {
            return new Plan(this, false);
        }
    }
}
