package dev.opsdk.simulator.bizconnector;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What can be in a message. */
final class MessageContent {

    private static final int MOST_SUBJECT = 300;
    private static final int MOST_BODY = 50_000;

    private MessageContent() {}

    /** As it is sent: sorted, with what the server adds. */
    static Doc checked(Node node, Doc content, List<String> recipients) throws Refusal {
        switch (content.type()) {
            case "Mail" -> {
                return mail(content, recipients);
            }
            case "Request" -> checkRequest(node, content, recipients);
            case "ResponseWrapper" -> require(content, "requestId", "requestSourceReference", "response");
            case "Notification" -> require(content, "id", "items");
            case "ArbitraryMessageContent" -> require(content, "value");
            default ->
                throw Refusal.invalid("The content of a Message must be either a Mail, Request, ResponseWrapper,"
                        + " Notification or an ArbitraryMessageContent.");
        }
        return content.sorted();
    }

    private static Doc mail(Doc content, List<String> recipients) throws Refusal {
        require(content, "to", "subject", "body");
        if (content.list("to").isEmpty()) {
            throw Refusal.unreadable("Mail.to:Array :: may not be empty");
        }
        if (content.text("subject").length() > MOST_SUBJECT) {
            throw Refusal.unreadable("Mail.subject:String :: Value is longer than " + MOST_SUBJECT + " characters");
        }
        if (content.text("body").length() > MOST_BODY) {
            throw Refusal.unreadable("Mail.body:String :: Value is longer than " + MOST_BODY + " characters");
        }
        Set<String> named = new LinkedHashSet<>(content.texts("to"));
        named.addAll(content.texts("cc"));
        if (!named.equals(new LinkedHashSet<>(recipients))) {
            throw Refusal.invalid(
                    "All recipients in 'to' and 'cc' combined must be the same as the recipients of the Message.");
        }
        Doc kept = content.copy();
        kept.putIfAbsent("cc", List.of());
        kept.putIfAbsent("bodyFormat", "PlainText");
        return kept.sorted();
    }

    private static void checkRequest(Node node, Doc content, List<String> recipients) throws Refusal {
        RequestCheck.readable(content);
        if (content.text("id").isEmpty()) {
            throw Refusal.invalid("The Request must have an id. Create it first.");
        }
        if (recipients.size() != 1) {
            throw Refusal.invalid("Only one recipient is allowed for sending Requests.");
        }
        Doc request = node.db().outgoing.get(content.text("id"));
        if (request == null) {
            throw Refusal.missing("LocalRequest");
        }
        if (!request.text("status").equals("Draft")) {
            throw Refusal.rule(
                    "error.runtime.messages.cannotSendRequestThatWasAlreadySent",
                    "The Message cannot be sent as the contained Request has already been sent. Please create a new"
                            + " Request and try again.");
        }
        if (!request.text("peer").equals(recipients.get(0))) {
            throw Refusal.invalid("The recipient does not match the Request's peer.");
        }
        if (node.world.isOver(content.text("expiresAt"))) {
            throw Refusal.rule(
                    "error.runtime.messages.cannotSendMessageWithExpiredRequest",
                    "The Message cannot be sent as the contained Request is already expired. Please create a new"
                            + " Request and try again.");
        }
    }

    private static void require(Doc content, String... fields) throws Refusal {
        for (String field : fields) {
            if (!content.containsKey(field)) {
                throw Refusal.unreadable(content.type() + "." + field + " :: Value is not defined");
            }
        }
    }
}
