package dev.opsdk.bizconnector.model.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.Reference;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.core.Secret;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A file on the Backbone, without its bytes. */
@Value.Immutable
@JsonDeserialize(as = ImmutableFile.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface File extends OpenModel {
    /** {@return the id, FIL...} */
    @JsonProperty("id")
    String id();

    /** {@return true if this identity uploaded it} */
    @JsonProperty("isOwn")
    boolean isOwn();

    /** {@return the name} */
    @JsonProperty("filename")
    Optional<String> filename();

    /** {@return tags} */
    @JsonProperty("tags")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> tags();

    /** {@return the size in bytes} */
    @JsonProperty("filesize")
    OptionalLong filesize();

    /** {@return when it was uploaded} */
    @JsonProperty("createdAt")
    @WireTimeIfAny
    Optional<Instant> createdAt();

    /** {@return the address of who uploaded it} */
    @JsonProperty("createdBy")
    Optional<String> createdBy();

    /** {@return the device that uploaded it} */
    @JsonProperty("createdByDevice")
    Optional<String> createdByDevice();

    /** {@return until when the Backbone keeps it} */
    @JsonProperty("expiresAt")
    @WireTimeIfAny
    Optional<Instant> expiresAt();

    /** {@return the type of its bytes} */
    @JsonProperty("mimetype")
    Optional<String> mimetype();

    /** {@return the title} */
    @JsonProperty("title")
    Optional<String> title();

    /** {@return the description} */
    @JsonProperty("description")
    Optional<String> description();

    /** {@return how others load it; masked} */
    @JsonProperty("reference")
    Optional<Reference> reference();

    /** {@return the address of the owner} */
    @JsonProperty("owner")
    Optional<String> owner();

    /** {@return by which the ownership can be claimed; masked} */
    @JsonProperty("ownershipToken")
    Optional<Secret> ownershipToken();

    /** {@return true if the ownership cannot be claimed any more, otherwise absent} */
    @JsonProperty("ownershipIsLocked")
    Optional<Boolean> ownershipIsLocked();

    /** {@return it on one line} */
    default String summary() {
        return "file " + id() + filename().map(name -> " " + name).orElse("")
                + (filesize().isPresent() ? " (" + filesize().getAsLong() + " B)" : "");
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link File}. */
    final class Builder extends ImmutableFile.Builder {
        Builder() {}
    }
}
