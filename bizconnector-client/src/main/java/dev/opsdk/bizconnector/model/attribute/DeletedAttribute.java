package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import org.immutables.value.Value;

/** What a deletion told others. */
@Value.Immutable
@JsonDeserialize(as = ImmutableDeletedAttribute.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface DeletedAttribute extends OpenModel {
    /** {@return the notifications to the peers that had it} */
    @JsonProperty("notificationIds")
    List<String> notificationIds();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DeletedAttribute}. */
    final class Builder extends ImmutableDeletedAttribute.Builder {
        Builder() {}
    }
}
