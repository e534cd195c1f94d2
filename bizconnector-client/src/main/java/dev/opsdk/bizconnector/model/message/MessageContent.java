package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.TaggedDecoder;
import dev.opsdk.bizconnector.model.Typed;
import java.util.Map;

/** What a message says. */
@JsonDeserialize(using = MessageContent.Decoder.class)
public sealed interface MessageContent extends Typed
        permits Mail, RequestContent, ResponseWrapper, Notification, ArbitraryMessageContent, UnknownMessageContent {
    /** Reads one by its {@code @type}; what this version does not know becomes an {@link UnknownMessageContent}. */
    final class Decoder extends TaggedDecoder<MessageContent> {
        Decoder() {
            super(
                    Map.ofEntries(
                            Map.entry("Mail", Mail.class),
                            Map.entry("Request", RequestContent.class),
                            Map.entry("ResponseWrapper", ResponseWrapper.class),
                            Map.entry("Notification", Notification.class),
                            Map.entry("ArbitraryMessageContent", ArbitraryMessageContent.class)),
                    UnknownMessageContent::new);
        }
    }
}
