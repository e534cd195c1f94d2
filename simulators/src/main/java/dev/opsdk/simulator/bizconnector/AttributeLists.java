package dev.opsdk.simulator.bizconnector;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The lists of attributes, of which only the widest forgives unknown parameters. */
final class AttributeLists {

    private static final String DELETION = "deletionInfo deletionInfo.deletionStatus deletionInfo.deletionDate";
    private static final Filter ALL = Filter.lenient("@type createdAt succeeds succeededBy wasViewedAt isDefault"
            + " content.@type content.tags content.owner content.key content.isTechnical content.confidentiality"
            + " content.value.@type peer sourceReference initialAttributePeer " + DELETION);
    private static final Filter IDENTITY =
            Filter.strict("createdAt= wasViewedAt isDefault= content.tags content.value.@type");
    private static final Filter SHARED = Filter.strict("@type createdAt= wasViewedAt isDefault= content.@type"
            + " content.tags content.key content.isTechnical= content.confidentiality content.value.@type"
            + " sourceReference " + DELETION);
    private static final Filter PEER = Filter.strict("@type createdAt= wasViewedAt content.@type content.tags"
            + " content.key content.isTechnical= content.confidentiality content.value.@type sourceReference"
            + " initialAttributePeer " + DELETION);
    private static final Filter FORWARDING = Filter.strict("peer sourceReference sharedAt " + DELETION);
    private static final String LATEST = "onlyLatestVersions";
    private static final String HIDE = "hideTechnical";

    private AttributeLists() {}

    static void addTo(RouteTable table) {
        table.roles("core:attributes")
                .json("GET /Attributes", call -> Answer.ok(ALL.apply(all(call), call)))
                .json("GET /Attributes/Own/Identity", AttributeLists::identity)
                .json("GET /Attributes/Own/Shared/{peer}", AttributeLists::shared)
                .json("GET /Attributes/Peer/{peer}", AttributeLists::peer)
                .json("GET /Attributes/{id}/Versions", AttributeLists::versions)
                .json("GET /Attributes/{id}/Versions/Shared", AttributeLists::sharedVersions)
                .json("GET /Attributes/{id}/ForwardingDetails", AttributeLists::forwarding);
    }

    private static List<Doc> all(Call call) throws Refusal {
        return List.copyOf(call.node().db().attributes.values());
    }

    private static Answer identity(Call call) throws Refusal {
        boolean latest = isNotFalse(call, LATEST);
        List<Doc> own = which(
                all(call),
                attribute ->
                        attribute.type().equals(Attributes.OWN_IDENTITY) && !(latest && attribute.has("succeededBy")));
        return Answer.ok(IDENTITY.apply(own, call, LATEST));
    }

    private static Answer shared(Call call) throws Refusal {
        Node node = call.node();
        String peer = peerOf(call);
        List<Doc> known = which(
                all(call),
                attribute -> attribute.type().startsWith("Own") && Attributes.isSharedWith(node, attribute, peer));
        return Answer.ok(SHARED.apply(narrowed(known, call), call, LATEST, HIDE));
    }

    private static Answer peer(Call call) throws Refusal {
        String peer = peerOf(call);
        List<Doc> known = which(
                all(call),
                attribute -> attribute.type().startsWith("Peer")
                        && attribute.text("peer").equals(peer));
        return Answer.ok(PEER.apply(narrowed(known, call), call, LATEST, HIDE));
    }

    /** Without old versions unless they are wanted, and without technical ones if they are not. */
    private static List<Doc> narrowed(List<Doc> attributes, Call call) {
        boolean latest = isNotFalse(call, LATEST);
        boolean hide = call.query(HIDE).equals("true");
        Set<String> ids = new LinkedHashSet<>();
        attributes.forEach(attribute -> ids.add(attribute.text("id")));
        return which(
                attributes,
                attribute -> !(latest && ids.contains(attribute.text("succeededBy")))
                        && !(hide && attribute.doc("content").isTrue("isTechnical")));
    }

    private static Answer versions(Call call) throws Refusal {
        String id = call.id("id", "ATT", "attributeId");
        return Answer.ok(Attributes.versions(call.node(), Attributes.find(call.node(), id)));
    }

    private static Answer sharedVersions(Call call) throws Refusal {
        String id = call.id("id", "ATT", "attributeId");
        if (!call.query().containsKey("peer")) {
            throw Refusal.invalid("must have required property 'peer'");
        }
        String peer = call.query("peer");
        Shape.pattern("peer", peer, Shape.ADDRESS);
        Node node = call.node();
        List<Doc> known = which(
                Attributes.versions(node, Attributes.find(node, id)),
                attribute -> Attributes.isSharedWith(node, attribute, peer));
        boolean latest = isNotFalse(call, LATEST);
        return Answer.ok(latest && known.size() > 1 ? known.subList(0, 1) : known);
    }

    private static Answer forwarding(Call call) throws Refusal {
        String id = call.id("id", "ATT", "attributeId");
        Attributes.find(call.node(), id);
        return Answer.ok(FORWARDING.apply(Attributes.forwardings(call.node(), id), call));
    }

    private static String peerOf(Call call) throws Refusal {
        String peer = call.parameter("peer");
        Shape.pattern("peer", peer, Shape.ADDRESS);
        return peer;
    }

    private static boolean isNotFalse(Call call, String flag) {
        return !call.query(flag).equals("false");
    }

    private static List<Doc> which(List<Doc> all, Predicate<Doc> wanted) {
        List<Doc> found = new ArrayList<>();
        for (Doc attribute : all) {
            if (wanted.test(attribute)) {
                found.add(attribute);
            }
        }
        return found;
    }
}
