package dev.opsdk.core.error;

/** Rejected: the server could not do it because a system behind it failed. */
public final class UpstreamFailedException extends RejectedException {
    private static final long serialVersionUID = 1L;

    /**
     * For the clients of this project.
     *
     * @param refusal what the server said
     */
    public UpstreamFailedException(Refusal refusal) {
        super(refusal);
    }
}
