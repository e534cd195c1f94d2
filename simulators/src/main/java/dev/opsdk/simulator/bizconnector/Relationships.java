package dev.opsdk.simulator.bizconnector;

import java.util.ArrayList;
import java.util.List;

/** Relationships and their lives on both sides. */
final class Relationships {

    private Relationships() {}

    static Doc create(Node node, Doc template, Doc content) {
        Node owner = node.world.node(template.text("createdBy")).orElse(node);
        Doc entry = entry(node, "Creation", "", "Pending");
        Doc mine = seenBy(node.newId("REL"), template, owner, content, entry);
        Doc theirs = seenBy(mine.text("id"), template, node, content, entry);
        node.rawDb().relationships.put(mine.text("id"), mine);
        owner.inbox.add(() -> {
            owner.rawDb().relationships.put(theirs.text("id"), theirs);
            RequestLife.fromRelationship(owner, theirs);
            owner.emit("transport.relationshipChanged", theirs);
        });
        node.emit("transport.relationshipChanged", mine);
        return mine;
    }

    private static Doc seenBy(String id, Doc template, Node peer, Doc content, Doc entry) {
        return Doc.of("id", id)
                .with("templateId", template.text("id"))
                .with("status", "Pending")
                .with("peer", peer.address())
                .with(
                        "peerIdentity",
                        Doc.of(
                                "address",
                                peer.address(),
                                "publicKey",
                                peer.identity().publicKey()))
                .with("auditLog", new ArrayList<>(List.of(entry.copy())))
                .with("creationContent", content.copy());
    }

    private static Doc entry(Node by, String reason, String from, String to) {
        Doc entry = Doc.of("createdAt", by.now())
                .with("createdBy", by.address())
                .with("createdByDevice", by.device())
                .with("reason", reason);
        return entry.with("oldStatus", from.isEmpty() ? null : from).with("newStatus", to);
    }

    /** Changes it here at once, and at the peer when that one hears of it. */
    static Doc change(Node node, Doc relationship, String reason, String status, String also) {
        Doc entry = entry(node, reason, relationship.text("status"), status);
        apply(node, relationship, entry, also);
        String id = relationship.text("id");
        node.world
                .node(relationship.text("peer"))
                .ifPresent(peer -> peer.inbox.add(() -> {
                    Doc theirs = peer.rawDb().relationships.get(id);
                    if (theirs != null) {
                        apply(peer, theirs, entry.copy(), also);
                    }
                }));
        return relationship;
    }

    private static void apply(Node node, Doc relationship, Doc entry, String also) {
        List<Object> log = new ArrayList<>(relationship.docs("auditLog"));
        log.add(entry);
        relationship.with("auditLog", log).with("status", entry.text("newStatus"));
        node.emit("transport.relationshipChanged", relationship);
        if (!also.isEmpty()) {
            node.emit(also, relationship);
        }
    }

    static Doc last(Doc relationship) {
        List<Doc> log = relationship.docs("auditLog");
        return log.isEmpty() ? new Doc() : log.get(log.size() - 1);
    }

    static boolean isStartedBy(Doc relationship, Node node) {
        List<Doc> log = relationship.docs("auditLog");
        return !log.isEmpty() && log.get(0).text("createdBy").equals(node.address());
    }

    /** Forgets the peer and everything it shared. */
    static void decompose(Node node, Doc relationship) {
        String id = relationship.text("id");
        String peerAddress = relationship.text("peer");
        Doc entry = entry(node, "Decomposition", relationship.text("status"), "DeletionProposed");
        Db db = node.rawDb();
        db.relationships.remove(id);
        db.attributes.values().removeIf(attribute -> attribute.text("peer").equals(peerAddress));
        db.forwardings.values().removeIf(detail -> detail.text("peer").equals(peerAddress));
        db.incoming.values().removeIf(request -> request.text("peer").equals(peerAddress));
        db.outgoing.values().removeIf(request -> request.text("peer").equals(peerAddress));
        node.world
                .node(peerAddress)
                .ifPresent(peer -> peer.inbox.add(() -> {
                    Doc theirs = peer.rawDb().relationships.get(id);
                    if (theirs != null) {
                        apply(peer, theirs, entry.copy(), "");
                    }
                }));
        node.emit("transport.relationshipDecomposedBySelf", Doc.of("relationshipId", id));
    }

    /** Whether nothing keeps two from starting anew, and if not, what. */
    static void checkNew(Node node, Doc template) throws Refusal {
        if (node.world.isOver(template.text("expiresAt"))) {
            throw Refusal.core(
                    "error.transport.relationships.relationshipTemplateIsExpired",
                    "The RelationshipTemplate '" + template.text("id")
                            + "' is already expired and therefore cannot be used to create a Relationship.");
        }
        String peer = template.text("createdBy");
        Doc existing = node.relationshipTo(peer).orElse(new Doc());
        String status = existing.text("status");
        if (List.of("Pending", "Active", "Terminated", "DeletionProposed").contains(status)) {
            throw Refusal.core(
                    "error.transport.relationships.relationshipCurrentlyExists",
                    "No new Relationship to the peer can be created as a Relationship in status '" + status
                            + "' currently exists.");
        }
        boolean still = node.world
                .node(peer)
                .flatMap(owner -> owner.relationshipTo(node.address()))
                .filter(theirs ->
                        List.of("Active", "Terminated", "DeletionProposed").contains(theirs.text("status")))
                .isPresent();
        if (still) {
            throw Refusal.core(
                    "error.transport.relationships.relationshipNotYetDecomposedByPeer",
                    "No new Relationship can be created as the former Relationship is not yet decomposed by the peer.");
        }
    }
}
