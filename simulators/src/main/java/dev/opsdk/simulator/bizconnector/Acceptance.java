package dev.opsdk.simulator.bizconnector;

import java.util.Optional;

/** What accepting one item changes here, and what it says to the one who asked. */
final class Acceptance {

    private Acceptance() {}

    static Doc of(Node node, Doc request, Doc item, Doc decision) {
        String peer = request.text("peer");
        String id = request.text("id");
        Doc answer = Doc.of("result", "Accepted");
        switch (item.type()) {
            case "ReadAttributeRequestItem" ->
                share(node, answer, existing(node, decision, "existingAttributeId", "newAttribute"), peer, id, "Read");
            case "ProposeAttributeRequestItem" ->
                share(node, answer, existing(node, decision, "attributeId", "attribute"), peer, id, "Propose");
            case "CreateAttributeRequestItem" -> {
                Doc attribute = Attributes.shared(
                        node, node.newId("ATT"), Decision.owned(item.doc("attribute"), node.address()), peer, id);
                if (attribute.type().equals(Attributes.OWN_IDENTITY)) {
                    Attributes.forward(node, attribute, peer, id);
                }
                answer.with("@type", "CreateAttributeAcceptResponseItem").with("attributeId", attribute.text("id"));
            }
            case "ShareAttributeRequestItem" -> {
                Attributes.shared(node, item.text("attributeId"), item.doc("attribute"), peer, id);
                answer.with("@type", "AcceptResponseItem");
            }
            case "DeleteAttributeRequestItem" -> {
                Doc attribute = node.rawDb().attributes.get(item.text("attributeId"));
                if (attribute != null) {
                    attribute.with(
                            "deletionInfo",
                            Doc.of("deletionStatus", "ToBeDeleted", "deletionDate", decision.get("deletionDate")));
                }
                answer.with("@type", "DeleteAttributeAcceptResponseItem")
                        .with("deletionDate", decision.get("deletionDate"));
            }
            case "FormFieldRequestItem" ->
                answer.with("@type", "FormFieldAcceptResponseItem").with("response", decision.get("response"));
            case "TransferFileOwnershipRequestItem" -> transfer(node, answer, item, peer, id);
            default -> answer.with("@type", "AcceptResponseItem");
        }
        return answer;
    }

    private static Doc existing(Node node, Doc decision, String id, String fresh) {
        Doc known = node.rawDb().attributes.get(decision.text(id));
        if (known != null) {
            return known;
        }
        Doc content = decision.doc(fresh);
        if (content.type().equals("RelationshipAttribute")) {
            return Attributes.shared(node, node.newId("ATT"), Decision.owned(content, node.address()), "", "");
        }
        return Attributes.create(node, content.doc("value"), content.texts("tags"));
    }

    private static void share(Node node, Doc answer, Doc attribute, String peer, String request, String kind) {
        Optional<Doc> before = attribute.type().equals(Attributes.OWN_IDENTITY)
                ? Attributes.versions(node, attribute).stream()
                        .filter(version -> Attributes.isSharedWith(node, version, peer))
                        .findFirst()
                : Optional.empty();
        if (before.isPresent() && before.get().text("id").equals(attribute.text("id"))) {
            answer.with("@type", "AttributeAlreadySharedAcceptResponseItem").with("attributeId", attribute.text("id"));
            return;
        }
        if (attribute.type().equals(Attributes.OWN_IDENTITY)) {
            Attributes.forward(node, attribute, peer, request);
        } else {
            attribute.with("peer", peer).with("sourceReference", request);
        }
        if (before.isPresent()) {
            answer.with("@type", "AttributeSuccessionAcceptResponseItem")
                    .with("predecessorId", before.get().text("id"))
                    .with("successorId", attribute.text("id"))
                    .with("successorContent", attribute.doc("content").copy());
            return;
        }
        answer.with("@type", kind + "AttributeAcceptResponseItem")
                .with("attribute", attribute.doc("content").copy())
                .with("attributeId", attribute.text("id"));
    }

    private static void transfer(Node node, Doc answer, Doc item, String peer, String request) {
        String reference = item.text("fileReference");
        Reference.target(reference).ifPresent(id -> {
            Doc file = node.world.cloud.get(id);
            if (file != null) {
                file.with("owner", node.address());
                Doc own = file.copy()
                        .with("isOwn", true)
                        .with("ownershipIsLocked", true)
                        .with("ownershipToken", node.world.ids.hex(20));
                node.rawDb().files.put(id, own);
            }
        });
        Doc attribute = Attributes.create(
                node, Doc.of("@type", "IdentityFileReference", "value", reference), item.texts("tags"));
        Attributes.forward(node, attribute, peer, request);
        answer.with("@type", "TransferFileOwnershipAcceptResponseItem")
                .with("attribute", attribute.doc("content").copy())
                .with("attributeId", attribute.text("id"));
    }
}
