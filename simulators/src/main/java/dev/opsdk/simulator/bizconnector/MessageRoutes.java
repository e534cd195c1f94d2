package dev.opsdk.simulator.bizconnector;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/** Messages. */
final class MessageRoutes {

    private static final Filter FILTER = Filter.strict("isOwn= createdBy createdByDevice createdAt content.@type"
            + " content.body content.bodyFormat content.subject attachments recipients.address"
            + " recipients.relationshipId wasReadAt participant");
    private static final Shape SEND = Shape.of("recipients!:addresses content!:object attachments:files");

    private MessageRoutes() {}

    static void addTo(RouteTable table) {
        table.roles("core:messages")
                .json("POST /Messages", MessageRoutes::send)
                .json(
                        "GET /Messages",
                        call -> Answer.ok(FILTER.apply(call.node().db().messages.values(), call)))
                .json("GET /Messages/{id}", MessageRoutes::get)
                .json("GET /Messages/{id}/Attachments/{aid}", call -> Answer.ok(attachment(call)))
                .json("GET /Messages/{id}/Attachments/{aid}/Download", MessageRoutes::download);
    }

    private static Answer send(Call call) throws Refusal {
        Doc body = call.body(SEND);
        Node node = call.node();
        List<String> recipients = body.texts("recipients");
        if (recipients.isEmpty()) {
            throw Refusal.invalid("recipients must NOT have fewer than 1 items");
        }
        if (new LinkedHashSet<>(recipients).size() < recipients.size()) {
            throw Refusal.invalid("recipients must NOT have duplicate items");
        }
        Db db = node.db();
        Doc content = MessageContent.checked(node, body.doc("content"), recipients);
        for (String file : body.texts("attachments")) {
            if (!db.files.containsKey(file)) {
                throw Refusal.missing("File");
            }
        }
        checkRecipients(node, content, recipients);
        node.reach("POST /api/v2/Messages");
        Doc message = Messages.send(node, recipients, content, body.texts("attachments"));
        if (content.type().equals("Request")) {
            RequestLife.sent(node, content.text("id"), message.text("id"));
        }
        return Answer.created(message);
    }

    private static void checkRecipients(Node node, Doc content, List<String> recipients) throws Refusal {
        boolean notification = content.type().equals("Notification");
        List<String> strangers = which(
                recipients,
                address -> node.relationshipTo(address)
                        .map(relationship -> relationship.text("status"))
                        .filter(status -> status.equals("Active") || (notification && status.equals("Terminated")))
                        .isEmpty());
        if (!strangers.isEmpty()) {
            throw Refusal.rule(
                    "error.runtime.messages.hasNoActiveRelationship",
                    "The Message cannot be sent as there is no active Relationship to the recipient(s) with the"
                            + " following address(es): " + quoted(strangers)
                            + ". However, please note that Messages whose content is a Notification can be sent on"
                            + " terminated Relationships as well.");
        }
        List<String> leaving = which(
                recipients,
                address -> node.relationshipTo(address)
                        .filter(relationship -> relationship.has("peerDeletionInfo"))
                        .isPresent());
        if (!leaving.isEmpty()) {
            throw Refusal.rule(
                    "error.runtime.messages.peerIsInDeletion",
                    "The Message cannot be sent as the recipient(s) with the following address(es) being in deletion: "
                            + quoted(leaving) + ".");
        }
    }

    private static List<String> which(List<String> addresses, Predicate<String> wanted) {
        return addresses.stream().filter(wanted).toList();
    }

    private static String quoted(List<String> addresses) {
        return "'" + String.join("', '", addresses) + "'";
    }

    private static Doc find(Call call) throws Refusal {
        Doc message = call.node().db().messages.get(call.id("id", "MSG"));
        if (message == null) {
            throw Refusal.missing("Message");
        }
        return message;
    }

    /** One message has its files as objects, where a list has only their ids. */
    private static Answer get(Call call) throws Refusal {
        Doc message = find(call);
        List<Doc> files = new ArrayList<>();
        for (String file : message.texts("attachments")) {
            files.add(Files.find(call.node(), file));
        }
        return Answer.ok(message.copy().with("attachments", files));
    }

    private static Doc attachment(Call call) throws Refusal {
        String file = call.id("aid", "FIL", "attachmentId");
        if (!find(call).texts("attachments").contains(file)) {
            throw Refusal.rule(
                    "error.runtime.messages.fileNotFoundInMessage",
                    "The requested File '" + file + "' was not found in the given Message.");
        }
        return Files.find(call.node(), file);
    }

    private static Answer download(Call call) throws Refusal {
        return Files.download(call.node(), attachment(call));
    }
}
