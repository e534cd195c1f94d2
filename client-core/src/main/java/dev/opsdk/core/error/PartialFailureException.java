package dev.opsdk.core.error;

/** The server says that a part failed. The other part has happened. */
public final class PartialFailureException extends RejectedException {
    private static final long serialVersionUID = 1L;

    /**
     * For the clients of this project.
     *
     * @param refusal what the server said
     */
    public PartialFailureException(Refusal refusal) {
        super(refusal, Outcome.PARTLY_DONE);
    }
}
