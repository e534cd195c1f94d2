package dev.opsdk.simulator.bizconnector;

import java.util.List;

/** Messages on their way from one connector to others. */
final class Messages {

    private Messages() {}

    /** Sends what was checked already. */
    static Doc send(Node node, List<String> recipients, Doc content, List<String> attachments) {
        List<Doc> to = recipients.stream()
                .map(address -> Doc.of(
                        "address",
                        address,
                        "relationshipId",
                        node.relationshipTo(address)
                                .map(relationship -> relationship.text("id"))
                                .orElse(null)))
                .toList();
        Doc message = Doc.of(
                "id",
                node.newId("MSG"),
                "isOwn",
                true,
                "content",
                content,
                "createdBy",
                node.address(),
                "createdByDevice",
                node.device(),
                "recipients",
                to,
                "createdAt",
                node.now(),
                "attachments",
                attachments);
        node.rawDb().messages.put(message.text("id"), message);
        node.emit("transport.messageSent", message);
        Doc sent = message.copy();
        for (String address : recipients) {
            node.world.node(address).ifPresent(peer -> peer.inbox.add(() -> receive(peer, sent.copy(), node)));
        }
        return message;
    }

    private static void receive(Node node, Doc message, Node sender) {
        String from = message.text("createdBy");
        if (node.relationshipTo(from).isEmpty()) {
            return;
        }
        message.with("isOwn", false);
        for (Doc recipient : message.docs("recipients")) {
            if (recipient.text("address").equals(node.address())) {
                recipient.with("receivedAt", node.now()).with("receivedByDevice", node.device());
            } else {
                recipient.without("relationshipId");
            }
        }
        for (String file : message.texts("attachments")) {
            learn(node, file);
        }
        node.rawDb().messages.put(message.text("id"), message);
        node.emit("transport.messageReceived", message);
        sender.inbox.add(() -> delivered(sender, message.text("id"), node));
        process(node, message, from);
    }

    private static void process(Node node, Doc message, String from) {
        Doc content = message.doc("content");
        String result = "NoRequest";
        switch (content.type()) {
            case "Mail" -> node.emit("consumption.mailReceived", message);
            case "Request" -> {
                result = "ManualRequestDecisionRequired";
                RequestLife.received(
                        node,
                        content,
                        content.text("id"),
                        from,
                        Doc.of("type", "Message", "reference", message.text("id")));
            }
            case "ResponseWrapper" -> RequestLife.answered(node, content, from, message.text("id"));
            case "Notification" -> Notifications.apply(node, content, from);
            default -> {
                // nothing to do but to keep it
            }
        }
        node.emit("consumption.messageProcessed", Doc.of("message", message, "result", result));
    }

    private static void learn(Node node, String file) {
        try {
            Files.known(node, file);
        } catch (Refusal e) {
            // a file that is gone meanwhile does not keep the message from arriving
            node.log.error("Transport.Messages", e.text(), "");
        }
    }

    private static void delivered(Node node, String id, Node reader) {
        Doc message = node.rawDb().messages.get(id);
        if (message == null) {
            return;
        }
        Doc theirs = reader.rawDb().messages.get(id);
        for (Doc recipient : message.docs("recipients")) {
            if (recipient.text("address").equals(reader.address()) && theirs != null) {
                theirs.docs("recipients").stream()
                        .filter(other -> other.text("address").equals(reader.address()))
                        .forEach(other -> recipient
                                .with("receivedAt", other.get("receivedAt"))
                                .with("receivedByDevice", other.get("receivedByDevice")));
            }
        }
        node.emit("transport.messageDelivered", message);
    }
}
