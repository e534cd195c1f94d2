package dev.opsdk.core.error;

/** Rejected: no credentials, or not valid ones. */
public final class UnauthorizedException extends RejectedException {
    private static final long serialVersionUID = 1L;

    /**
     * For the clients of this project.
     *
     * @param refusal what the server said
     */
    public UnauthorizedException(Refusal refusal) {
        super(refusal);
    }
}
