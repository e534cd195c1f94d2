package dev.opsdk.core.procedure;

/**
 * What reading the state says about a step.
 *
 * @param standing whether it is done, to be done, or cannot be done
 * @param detail the evidence
 */
public record Look(Standing standing, String detail) {
    /** Where a step stands. */
    public enum Standing {
        /** The state is as the step would leave it. */
        DONE,
        /** The step has to act. */
        TO_DO,
        /** The state forbids the step. */
        BLOCKED
    }

    /**
     * Nothing to do.
     *
     * @param evidence what shows it
     * @return a look
     */
    public static Look done(String evidence) {
        return new Look(Standing.DONE, evidence);
    }

    /**
     * To be done.
     *
     * @param evidence what shows it
     * @return a look
     */
    public static Look toDo(String evidence) {
        return new Look(Standing.TO_DO, evidence);
    }

    /**
     * Must not be done.
     *
     * @param reason why
     * @return a look
     */
    public static Look blocked(String reason) {
        return new Look(Standing.BLOCKED, reason);
    }
}
