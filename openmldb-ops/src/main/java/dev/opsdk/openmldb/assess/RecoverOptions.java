package dev.opsdk.openmldb.assess;

/**
 * How to recover.
 *
 * @param scope what is looked at and repaired
 * @param promoteFollowers whether an alive follower leads when the leader's tablet is away; what only that tablet has is lost then
 */
public record RecoverOptions(Scope scope, boolean promoteFollowers) {
    /** All databases; leaders on tablets that are away stay leaders. */
    public static final RecoverOptions DEFAULT = new RecoverOptions(Scope.everything(), false);

    /**
     * For another scope.
     *
     * @param other what is repaired
     * @return options
     */
    public RecoverOptions withScope(Scope other) {
        return new RecoverOptions(other, promoteFollowers);
    }

    /**
     * With or without new leaders for those whose tablet is away.
     *
     * @param promote whether followers are promoted
     * @return options
     */
    public RecoverOptions withPromoteFollowers(boolean promote) {
        return new RecoverOptions(scope, promote);
    }
}
