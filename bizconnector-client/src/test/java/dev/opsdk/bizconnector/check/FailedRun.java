package dev.opsdk.bizconnector.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;

/** A run that does not get there. */
final class FailedRun {
    private FailedRun() {}

    static Report failed(Plan plan) {
        ProcedureException e = catchThrowableOfType(ProcedureException.class, plan::run);
        assertThat(e).isNotNull();
        return e.report();
    }
}
