package dev.opsdk.bizconnector.model.message;

/** A message for people. */
final class MessageLine {
    private MessageLine() {}

    static String of(AnyMessage message) {
        return "message " + message.id() + (message.isOwn() ? " sent" : " received")
                + message.createdAt().map(at -> " " + at).orElse("") + ": "
                + message.content().type();
    }
}
