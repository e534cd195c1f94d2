package dev.opsdk.core.error;

/** Rejected: something else is going on with the target. The same request may succeed later. */
public final class ConflictException extends RejectedException {
    private static final long serialVersionUID = 1L;

    /**
     * For the clients of this project.
     *
     * @param refusal what the server said
     */
    public ConflictException(Refusal refusal) {
        super(refusal);
    }
}
