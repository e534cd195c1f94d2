package dev.opsdk.simulator.bizconnector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a connector knows of its attributes and with whom it shared them. */
final class Attributes {

    static final String OWN_IDENTITY = "OwnIdentityAttribute";
    static final String PEER_IDENTITY = "PeerIdentityAttribute";
    static final String OWN_RELATIONSHIP = "OwnRelationshipAttribute";
    static final String PEER_RELATIONSHIP = "PeerRelationshipAttribute";

    private Attributes() {}

    static Doc find(Node node, String id) throws Refusal {
        Doc attribute = node.db().attributes.get(id);
        if (attribute == null) {
            throw Refusal.missing("LocalAttribute");
        }
        return attribute;
    }

    /** Stores an attribute of the identity itself. */
    static Doc create(Node node, Doc value, List<String> tags) {
        Doc content = Doc.of("@type", "IdentityAttribute", "owner", node.address());
        if (!tags.isEmpty()) {
            content.with("tags", tags);
        }
        Doc attribute = Doc.of("@type", OWN_IDENTITY)
                .with("id", node.newId("ATT"))
                .with("content", content.with("value", value.copy().sorted()))
                .with("createdAt", node.now())
                .with("numberOfForwards", 0);
        return store(node, attribute);
    }

    /** Stores an attribute that two know, as the one of them sees it. */
    static Doc shared(Node node, String id, Doc content, String peer, String source) {
        boolean own = content.text("owner").equals(node.address());
        boolean identity = content.type().equals("IdentityAttribute");
        String type = identity ? own ? OWN_IDENTITY : PEER_IDENTITY : own ? OWN_RELATIONSHIP : PEER_RELATIONSHIP;
        Doc attribute =
                Doc.of("@type", type, "id", id, "content", content.copy().sorted(), "createdAt", node.now());
        if (!(identity && own)) {
            attribute.with("peer", peer).with("sourceReference", source);
        }
        if (!type.equals(PEER_IDENTITY)) {
            attribute.with("numberOfForwards", 0);
        }
        return store(node, attribute);
    }

    private static Doc store(Node node, Doc attribute) {
        node.rawDb().attributes.put(attribute.text("id"), attribute);
        node.emit("consumption.attributeCreated", attribute);
        return attribute;
    }

    /** Notes that a peer knows an attribute now. */
    static void forward(Node node, Doc attribute, String peer, String source) {
        Doc detail = Doc.of("~attribute", attribute.text("id"))
                .with("peer", peer)
                .with("sourceReference", source)
                .with("sharedAt", node.now());
        node.rawDb().forwardings.put(attribute.text("id") + " " + peer, detail);
        attribute.put(
                "numberOfForwards", forwardings(node, attribute.text("id")).size());
        node.emit("consumption.attributeForwardingDetailsChanged", attribute);
    }

    static List<Doc> forwardings(Node node, String attribute) {
        return node.rawDb().forwardings.values().stream()
                .filter(detail -> detail.text("~attribute").equals(attribute))
                .toList();
    }

    static Optional<Doc> forwarding(Node node, String attribute, String peer) {
        return Optional.ofNullable(node.rawDb().forwardings.get(attribute + " " + peer));
    }

    static boolean isSharedWith(Node node, Doc attribute, String peer) {
        return attribute.type().equals(OWN_IDENTITY)
                ? forwarding(node, attribute.text("id"), peer).isPresent()
                : attribute.text("peer").equals(peer);
    }

    /** An attribute with all before and after it, latest first. */
    static List<Doc> versions(Node node, Doc attribute) {
        Map<String, Doc> known = node.rawDb().attributes;
        Doc latest = attribute;
        for (Doc next = known.get(latest.text("succeededBy"));
                next != null;
                next = known.get(next.text("succeededBy"))) {
            latest = next;
        }
        List<Doc> all = new ArrayList<>();
        for (Doc next = latest; next != null; next = known.get(next.text("succeeds"))) {
            all.add(next);
        }
        return all;
    }

    /** Puts a new version behind an old one. */
    static Doc succeed(Node node, Doc predecessor, String id, Doc content, String source) {
        Doc successor = predecessor
                .copy()
                .without("succeeds")
                .without("wasViewedAt")
                .with("id", id)
                .with("content", content.copy().sorted())
                .with("createdAt", node.now())
                .with("succeeds", predecessor.text("id"));
        if (successor.has("numberOfForwards")) {
            successor.with("numberOfForwards", 0);
        }
        if (successor.has("sourceReference")) {
            successor.with("sourceReference", source);
        }
        predecessor.with("succeededBy", id);
        node.rawDb().attributes.put(id, successor);
        node.emit("consumption.attributeSucceeded", Doc.of("predecessor", predecessor, "successor", successor));
        return successor;
    }
}
