package dev.opsdk.bizconnector.model.announcement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Something to do about an announcement. */
@Value.Immutable
@JsonDeserialize(as = ImmutableAnnouncementAction.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface AnnouncementAction extends OpenModel {
    /** {@return what it is called} */
    @JsonProperty("displayName")
    Optional<String> displayName();

    /** {@return where it leads} */
    @JsonProperty("link")
    Optional<String> link();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link AnnouncementAction}. */
    final class Builder extends ImmutableAnnouncementAction.Builder {
        Builder() {}
    }
}
