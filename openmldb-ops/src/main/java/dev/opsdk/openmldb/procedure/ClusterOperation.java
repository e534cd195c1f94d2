package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.core.procedure.Report;

/**
 * What a planner decided, and the plan that does it.
 *
 * @param decision moves, repairs, or steps of an upgrade, with the distribution before and after
 * @param plan the same as steps that can be run
 * @param <D> the decision
 */
public record ClusterOperation<D>(D decision, Plan plan) {
    /**
     * Runs the plan.
     *
     * @return the report of a complete run
     * @throws dev.opsdk.core.error.ProcedureException if it ends before its goal; carries the report
     */
    public Report run() {
        return plan.run();
    }

    /**
     * Runs the plan and tells how far it is.
     *
     * @param listener sees the steps
     * @return the report of a complete run
     * @throws dev.opsdk.core.error.ProcedureException if it ends before its goal; carries the report
     */
    public Report run(ProcedureListener listener) {
        return plan.run(listener);
    }

    /** The plan, to be read before it is run. */
    @Override
    public String toString() {
        return plan.toString();
    }
}
