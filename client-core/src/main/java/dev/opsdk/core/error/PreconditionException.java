package dev.opsdk.core.error;

/** Rejected: the request is right, but something it needs is not in place. */
public final class PreconditionException extends RejectedException {
    private static final long serialVersionUID = 1L;

    /**
     * For the clients of this project.
     *
     * @param refusal what the server said
     */
    public PreconditionException(Refusal refusal) {
        super(refusal);
    }
}
