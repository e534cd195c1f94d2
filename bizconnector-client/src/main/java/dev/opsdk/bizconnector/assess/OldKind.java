package dev.opsdk.bizconnector.assess;

/** Kinds of what a connector keeps although nobody needs it any more, or somebody should have acted on it. */
public enum OldKind {
    /** An own file that has expired. */
    EXPIRED_FILE("own files that have expired", true),
    /** An own template that has expired. */
    EXPIRED_TEMPLATE("own templates that have expired", true),
    /** An own template that was used as often as it may be. */
    EXHAUSTED_TEMPLATE("own templates that were used as often as they may be", true),
    /** An own token that has expired. */
    EXPIRED_TOKEN("own tokens that have expired", true),
    /** A relationship that ended; decomposing it deletes its messages and attributes too. */
    ENDED_RELATIONSHIP("relationships that ended", true),
    /** An attribute that was deleted by the other side. */
    DELETED_ATTRIBUTE("attributes that the other side deleted", true),
    /** A relationship whose peer is gone, or about to go. */
    LEAVING_PEER("relationships whose peer deletes itself", false),
    /** A request that waits for somebody's decision. */
    WAITING_REQUEST("requests that wait", false),
    /** A received mail that nobody read. */
    UNREAD_MESSAGE("received messages that nobody read", false);

    private final String words;
    private final boolean deletable;

    OldKind(String words, boolean deletable) {
        this.words = words;
        this.deletable = deletable;
    }

    /**
     * For people.
     *
     * @return a noun in the plural
     */
    public String words() {
        return words;
    }

    /**
     * Whether the server can delete it.
     *
     * @return false for what wants somebody's attention instead
     */
    public boolean deletable() {
        return deletable;
    }
}
