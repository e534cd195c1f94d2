package dev.opsdk.core.error;

import dev.opsdk.core.procedure.Report;
import org.jspecify.annotations.Nullable;

/** A procedure ended before its goal. The report says what is done, what is not, what is true now, and what to do next. */
public final class ProcedureException extends OpsException {
    private static final long serialVersionUID = 1L;

    private final transient Report report;

    /**
     * For the clients of this project.
     *
     * @param report what the run came to
     * @param cause what ended it, if an exception did
     */
    public ProcedureException(Report report, @Nullable Throwable cause) {
        super(null, report.outcome(), report.toString(), cause);
        this.report = report;
    }

    /**
     * What the run came to.
     *
     * @return the report
     */
    public Report report() {
        return report;
    }
}
