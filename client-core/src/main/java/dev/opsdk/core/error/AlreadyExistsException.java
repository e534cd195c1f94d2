package dev.opsdk.core.error;

/** Rejected: what the call would create exists already. */
public final class AlreadyExistsException extends RejectedException {
    private static final long serialVersionUID = 1L;

    /**
     * For the clients of this project.
     *
     * @param refusal what the server said
     */
    public AlreadyExistsException(Refusal refusal) {
        super(refusal);
    }
}
