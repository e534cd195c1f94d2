package dev.opsdk.core.error;

/** Rejected: the request itself is wrong. */
public final class InvalidRequestException extends RejectedException {
    private static final long serialVersionUID = 1L;

    /**
     * For the clients of this project.
     *
     * @param refusal what the server said
     */
    public InvalidRequestException(Refusal refusal) {
        super(refusal);
    }
}
