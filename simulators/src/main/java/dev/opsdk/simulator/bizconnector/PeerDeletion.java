package dev.opsdk.simulator.bizconnector;

import java.util.function.Consumer;

/** What peers get to know of an identity that is about to go. */
final class PeerDeletion {

    private PeerDeletion() {}

    static void announce(Node leaving, String date) {
        tell(
                leaving,
                "transport.peerToBeDeleted",
                relationship -> relationship.with(
                        "peerDeletionInfo", Doc.of("deletionStatus", "ToBeDeleted", "deletionDate", date)));
    }

    static void withdraw(Node leaving) {
        tell(leaving, "transport.peerDeletionCancelled", relationship -> relationship.without("peerDeletionInfo"));
    }

    static void complete(Node leaving) {
        String now = leaving.now();
        tell(
                leaving,
                "transport.peerDeleted",
                relationship -> relationship.with(
                        "peerDeletionInfo", Doc.of("deletionStatus", "Deleted", "deletionDate", now)));
    }

    private static void tell(Node leaving, String trigger, Consumer<Doc> change) {
        String address = leaving.address();
        for (Doc relationship : leaving.rawDb().relationships.values()) {
            leaving.world
                    .node(relationship.text("peer"))
                    .ifPresent(peer -> peer.inbox.add(() -> {
                        Doc theirs = peer.rawDb().relationships.get(relationship.text("id"));
                        if (theirs != null && theirs.text("peer").equals(address)) {
                            change.accept(theirs);
                            peer.emit(trigger, theirs);
                        }
                    }));
        }
    }
}
