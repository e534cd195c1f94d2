package dev.opsdk.core.error;

/** Rejected: the credentials do not allow this. */
public final class ForbiddenException extends RejectedException {
    private static final long serialVersionUID = 1L;

    /**
     * For the clients of this project.
     *
     * @param refusal what the server said
     */
    public ForbiddenException(Refusal refusal) {
        super(refusal);
    }
}
