package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.Checked;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Message content: a mail. */
@Value.Immutable
@JsonDeserialize(as = ImmutableMail.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface Mail extends MessageContent, OpenModel, Checked {
    @Override
    default String type() {
        return "Mail";
    }

    /** {@return addresses of the recipients, at least one} */
    @JsonProperty("to")
    List<String> to();

    /** {@return addresses of those who only need to know} */
    @JsonProperty("cc")
    List<String> cc();

    /** {@return up to 300 characters} */
    @JsonProperty("subject")
    String subject();

    /** {@return up to 50,000 characters} */
    @JsonProperty("body")
    String body();

    /** {@return how the body is written; plain text unless told; since 7.2.0} */
    @JsonProperty("bodyFormat")
    Optional<BodyFormat> bodyFormat();

    @Override
    default void check() {
        if (to().isEmpty()) {
            throw new IllegalArgumentException("a mail goes to at least one address");
        }
        if (subject().length() > 300) {
            throw new IllegalArgumentException(
                    "the subject has " + subject().length() + " characters; 300 are allowed");
        }
        if (body().length() > 50_000) {
            throw new IllegalArgumentException("the body has " + body().length() + " characters; 50,000 are allowed");
        }
    }

    /** {@return it on one line} */
    default String summary() {
        return "mail '" + subject() + "' to " + to();
    }

    /**
     * A mail to one address.
     *
     * @param to the recipient's address
     * @param subject up to 300 characters
     * @param body up to 50,000 characters, plain text
     * @return the mail
     * @throws IllegalArgumentException if one of them is too long
     */
    static Mail of(String to, String subject, String body) {
        return builder().addTo(to).subject(subject).body(body).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Mail}. */
    final class Builder extends ImmutableMail.Builder {
        Builder() {}
    }
}
