package dev.opsdk.core.error;

/** Rejected: this generation of the server does not know the operation or one of its options. */
public final class UnsupportedException extends RejectedException {
    private static final long serialVersionUID = 1L;

    /**
     * For the clients of this project.
     *
     * @param refusal what the server said
     */
    public UnsupportedException(Refusal refusal) {
        super(refusal);
    }
}
