package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** Whether a job runs. Nothing but {@code /pause} pauses a job: a failing job stays running. */
public final class JobState extends OpenEnum<JobState.Known> {
    /** The states this version knows. */
    public enum Known {
        /** The job's routine runs, whether it gets anywhere or not. */
        RUNNING,
        /** Somebody paused it. */
        PAUSED
    }

    private JobState(@Nullable Known known, Object wire) {
        super(known, wire);
    }

    /**
     * Reads {@code job_detail}'s number or {@code job_status}'s text.
     *
     * @param wire 0, 1, "running", "paused" or anything newer
     * @return the state
     */
    @JsonCreator
    public static JobState of(Object wire) {
        return new JobState(
                switch (String.valueOf(wire)) {
                    case "0", "running" -> Known.RUNNING;
                    case "1", "paused" -> Known.PAUSED;
                    default -> null;
                },
                wire);
    }
}
