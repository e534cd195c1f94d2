package dev.opsdk.simulator.bizconnector;

import java.util.List;

/** Messages on their way from one connector to others. */
final class Messages {

    private Messages() {}

    /** Sends what was checked already. */
    static Doc send(Node writer, List<String> recipients, Doc content, List<String> attachments) {
        List<Doc> to = recipients.stream()
                .map(address -> Doc.of(
                        "address",
                        address,
                        "relationshipId",
                        writer.relationshipTo(address)
                                .map(relationship -> relationship.text("id"))
                                .orElse(null)))
                .toList();
        Doc message = Doc.of("id", writer.newId("MSG"))
                .with("isOwn", true)
                .with("content", content)
                .with("createdBy", writer.address())
                .with("createdByDevice", writer.device())
                .with("recipients", to)
                .with("createdAt", writer.now())
                .with("attachments", attachments);
        writer.rawDb().messages.put(message.text("id"), message);
        writer.emit("transport.messageSent", message);
        Doc sent = message.copy();
        for (String address : recipients) {
            writer.world.node(address).ifPresent(peer -> peer.inbox.add(() -> receive(peer, sent.copy(), writer)));
        }
        return message;
    }

    private static void receive(Node reader, Doc message, Node writer) {
        String from = message.text("createdBy");
        if (reader.relationshipTo(from).isEmpty()) {
            return;
        }
        message.with("isOwn", false);
        for (Doc recipient : message.docs("recipients")) {
            if (recipient.text("address").equals(reader.address())) {
                recipient.with("receivedAt", reader.now()).with("receivedByDevice", reader.device());
            } else {
                recipient.without("relationshipId");
            }
        }
        for (String file : message.texts("attachments")) {
            learn(reader, file);
        }
        reader.rawDb().messages.put(message.text("id"), message);
        reader.emit("transport.messageReceived", message);
        writer.inbox.add(() -> delivered(writer, message.text("id"), reader));
        process(reader, message, from);
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

    private static void delivered(Node writer, String id, Node reader) {
        Doc message = writer.rawDb().messages.get(id);
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
        writer.emit("transport.messageDelivered", message);
    }
}
