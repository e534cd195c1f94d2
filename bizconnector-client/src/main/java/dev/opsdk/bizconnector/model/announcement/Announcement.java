package dev.opsdk.bizconnector.model.announcement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What the Backbone's operator has to say, such as a maintenance. */
@Value.Immutable
@JsonDeserialize(as = ImmutableAnnouncement.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Announcement extends OpenModel {
    /** {@return the id, ANC...} */
    @JsonProperty("id")
    String id();

    /** {@return when it was written} */
    @JsonProperty("createdAt")
    @WireTimeIfAny
    Optional<Instant> createdAt();

    /** {@return until when it counts} */
    @JsonProperty("expiresAt")
    @WireTimeIfAny
    Optional<Instant> expiresAt();

    /** {@return how much it matters} */
    @JsonProperty("severity")
    Optional<Severity> severity();

    /** {@return the title in the asked language} */
    @JsonProperty("title")
    Optional<String> title();

    /** {@return the text in the asked language} */
    @JsonProperty("body")
    Optional<String> body();

    /** {@return what can be done} */
    @JsonProperty("actions")
    List<AnnouncementAction> actions();

    /** {@return it on one line} */
    default String summary() {
        return severity().map(Object::toString).orElse("?") + " " + title().orElse(id())
                + createdAt().map(at -> " since " + at).orElse("");
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Announcement}. */
    final class Builder extends ImmutableAnnouncement.Builder {
        Builder() {}
    }
}
