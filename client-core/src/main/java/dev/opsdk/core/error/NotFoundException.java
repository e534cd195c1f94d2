package dev.opsdk.core.error;

/** Rejected: what the call acts on does not exist. */
public final class NotFoundException extends RejectedException {
    private static final long serialVersionUID = 1L;

    /**
     * For the clients of this project.
     *
     * @param refusal what the server said
     */
    public NotFoundException(Refusal refusal) {
        super(refusal);
    }
}
