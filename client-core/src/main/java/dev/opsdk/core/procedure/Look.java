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
        /** The server said yes, and no call shows the effect: it counts as done, and as not proved. */
        ACCEPTED,
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
     * The server said yes, and nobody can see more.
     *
     * @param why what cannot be seen
     * @return a look
     */
    public static Look accepted(String why) {
        return new Look(Standing.ACCEPTED, why);
    }

    boolean settled() {
        return standing == Standing.DONE || standing == Standing.ACCEPTED;
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
