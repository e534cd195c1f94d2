package dev.opsdk.simulator.bizconnector;

import java.util.List;

/** What an answer changes at the one who asked. */
final class Effects {

    private Effects() {}

    static void apply(Node node, Doc asked, Doc answered, String peer, String request) {
        List<Doc> items = asked.docs("items");
        List<Doc> answers = answered.docs("items");
        for (int i = 0; i < Math.min(items.size(), answers.size()); i++) {
            if (items.get(i).type().equals(RequestCheck.GROUP)) {
                apply(node, items.get(i), answers.get(i), peer, request);
            } else {
                item(node, items.get(i), answers.get(i), peer, request);
            }
        }
    }

    private static void item(Node node, Doc item, Doc answer, String peer, String request) {
        switch (answer.type()) {
            case "ReadAttributeAcceptResponseItem",
                    "ProposeAttributeAcceptResponseItem",
                    "TransferFileOwnershipAcceptResponseItem" ->
                Attributes.shared(node, answer.text("attributeId"), answer.doc("attribute"), peer, request);
            case "CreateAttributeAcceptResponseItem" ->
                Attributes.shared(
                        node, answer.text("attributeId"), Decision.owned(item.doc("attribute"), peer), peer, request);
            case "AttributeSuccessionAcceptResponseItem" -> {
                Doc predecessor = node.rawDb().attributes.get(answer.text("predecessorId"));
                if (predecessor != null) {
                    Attributes.succeed(
                            node, predecessor, answer.text("successorId"), answer.doc("successorContent"), request);
                }
            }
            case "DeleteAttributeAcceptResponseItem" ->
                deletion(node, item, peer, "ToBeDeletedByRecipient", answer.text("deletionDate"));
            default -> plain(node, item, answer, peer, request);
        }
        if (answer.type().equals("TransferFileOwnershipAcceptResponseItem")) {
            transferred(node, item, peer);
        }
    }

    private static void plain(Node node, Doc item, Doc answer, String peer, String request) {
        boolean accepted = answer.text("result").equals("Accepted");
        if (item.type().equals("ShareAttributeRequestItem") && accepted) {
            Doc attribute = node.rawDb().attributes.get(item.text("attributeId"));
            if (attribute != null) {
                Attributes.forward(node, attribute, peer, request);
            }
        }
        if (item.type().equals("DeleteAttributeRequestItem") && !accepted) {
            deletion(node, item, peer, "DeletionRequestRejected", node.now());
        }
        if (item.type().equals("ShareCredentialOfferRequestItem")) {
            node.emit(
                    "consumption.shareCredentialOfferRequestItemProcessedByRecipient",
                    Doc.of("credentialOfferUrl", item.text("credentialOfferUrl"), "accepted", accepted, "peer", peer));
        }
    }

    private static void deletion(Node node, Doc item, String peer, String status, String date) {
        Doc info = Doc.of("deletionStatus", status, "deletionDate", date);
        Doc attribute = node.rawDb().attributes.get(item.text("attributeId"));
        if (attribute == null) {
            return;
        }
        if (attribute.type().equals(Attributes.OWN_IDENTITY)) {
            Attributes.forwarding(node, attribute.text("id"), peer)
                    .ifPresent(detail -> detail.with("deletionInfo", info));
            node.emit("consumption.attributeForwardingDetailsChanged", attribute);
        } else {
            attribute.with("deletionInfo", info);
        }
    }

    private static void transferred(Node node, Doc item, String peer) {
        Reference.target(item.text("fileReference"))
                .map(node.rawDb().files::get)
                .ifPresent(file -> {
                    file.with("owner", peer).with("isOwn", false).without("ownershipToken");
                    node.emit("transport.fileOwnershipClaimed", file);
                });
    }
}
