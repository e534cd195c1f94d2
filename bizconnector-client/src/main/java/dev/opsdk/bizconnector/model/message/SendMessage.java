package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.Require;
import dev.opsdk.bizconnector.model.request.LocalRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** A message to be sent. */
@Value.Immutable
@JsonDeserialize(as = ImmutableSendMessage.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface SendMessage {
    /** {@return addresses, at least one, each once} */
    @JsonProperty("recipients")
    List<String> recipients();

    /** {@return what it says} */
    @JsonProperty("content")
    MessageContent content();

    /** {@return ids of own or loaded files, each once} */
    @JsonProperty("attachments")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> attachments();

    /**
     * Refuses what the server would refuse.
     *
     * @throws IllegalArgumentException saying what and why
     */
    @Value.Check
    default void check() {
        Require.someUnique("recipients", recipients());
        recipients().forEach(Ids::address);
        Require.unique("attachments", attachments());
        attachments().forEach(Ids::file);
        if (content() instanceof Mail mail) {
            mail.check();
            Set<String> named = new HashSet<>(mail.to());
            named.addAll(mail.cc());
            if (!named.equals(Set.copyOf(recipients()))) {
                throw new IllegalArgumentException(
                        "to and cc of the mail together must be the recipients of the message");
            }
        }
        if (content() instanceof RequestContent content
                && content.request().id().isEmpty()) {
            throw new IllegalArgumentException(
                    "only a request that was created can be sent: it needs its id; see requests().outgoing().create");
        }
    }

    /**
     * A mail to everybody it names.
     *
     * @param mail the mail
     * @return the message, without attachments
     */
    static SendMessage mail(Mail mail) {
        return builder()
                .addAllRecipients(Stream.concat(mail.to().stream(), mail.cc().stream())
                        .distinct()
                        .toList())
                .content(mail)
                .build();
    }

    /**
     * A request that was created before, to its peer.
     *
     * @param request as {@code requests().outgoing().create} gave it
     * @return the message
     */
    static SendMessage request(LocalRequest request) {
        String peer = request.peer()
                .orElseThrow(() -> new IllegalArgumentException("request " + request.id() + " has no peer"));
        return builder()
                .addRecipients(peer)
                .content(RequestContent.of(request.content()))
                .build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SendMessage}. */
    final class Builder extends ImmutableSendMessage.Builder {
        Builder() {}
    }
}
