package dev.opsdk.oms.procedure;

import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;

/** A change of a writer's configuration, and the way back. The old values, secrets too, are kept in its memory only. */
public final class WriterChange {
    private final UpdateWriter update;
    private final Plan plan;

    WriterChange(UpdateWriter update) {
        this.update = update;
        this.plan = update.plan();
    }

    /**
     * The change.
     *
     * @return its plan
     */
    public Plan plan() {
        return plan;
    }

    /**
     * Makes the change.
     *
     * @return the report of a complete run
     * @throws ProcedureException if it ends before its goal; carries the report
     */
    public Report run() {
        return plan.run();
    }

    /**
     * Sets back what was read before the change was planned. A key that was not there then stays: no call removes one.
     *
     * @return the plan; reads
     */
    public Plan rollback() {
        return update.rollback();
    }

    /** The plan. */
    @Override
    public String toString() {
        return plan.toString();
    }
}
