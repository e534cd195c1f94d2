package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * A change of a job's host mappings: what is named is set or removed, what is not named stays. Once a mapping has an entry, every
 * frontend and backend of that cluster must be in it. The server never redirects this call: it must be sent to the job's owner.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableHostMappingUpdate.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface HostMappingUpdate {
    /**
     * The source's changes, as they go over the wire.
     *
     * @return private to public address; an empty public address removes the entry
     */
    @JsonProperty("src_host_mapping")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, String> srcHostMapping();

    /**
     * The destination's changes, as they go over the wire.
     *
     * @return private to public address; an empty public address removes the entry
     */
    @JsonProperty("dest_host_mapping")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, String> destHostMapping();

    /**
     * Refuses an update of nothing, as the server does, and entries without a private address.
     *
     * @throws IllegalArgumentException saying what and why
     */
    @Value.Check
    default void check() {
        if (srcHostMapping().isEmpty() && destHostMapping().isEmpty()) {
            throw new IllegalArgumentException("a host mapping update must name at least one host");
        }
        for (Map<String, String> mapping : List.of(srcHostMapping(), destHostMapping())) {
            mapping.forEach((privateIp, publicIp) -> {
                if (privateIp.isBlank()) {
                    throw new IllegalArgumentException("the private side of a host mapping must not be blank");
                }
                if (publicIp.isBlank() && !publicIp.isEmpty()) {
                    throw new IllegalArgumentException(
                            "the public side of a host mapping must not be blank; to remove the" + " entry of "
                                    + privateIp + ", unmap it");
                }
            });
        }
    }

    /**
     * Starts one.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link HostMappingUpdate}. */
    final class Builder extends ImmutableHostMappingUpdate.Builder {
        Builder() {}

        /**
         * Sets under which address the syncer reaches a host of the source.
         *
         * @param privateIp the address the source knows
         * @param publicIp the address the syncer reaches
         * @return this builder
         */
        public Builder mapSource(String privateIp, String publicIp) {
            return putSrcHostMapping(privateIp, named(privateIp, publicIp));
        }

        /**
         * Removes a host of the source from the mapping.
         *
         * @param privateIp the address the source knows
         * @return this builder
         */
        public Builder unmapSource(String privateIp) {
            return putSrcHostMapping(privateIp, "");
        }

        /**
         * Sets under which address the syncer reaches a host of the destination.
         *
         * @param privateIp the address the destination knows
         * @param publicIp the address the syncer reaches
         * @return this builder
         */
        public Builder mapDestination(String privateIp, String publicIp) {
            return putDestHostMapping(privateIp, named(privateIp, publicIp));
        }

        /**
         * Removes a host of the destination from the mapping.
         *
         * @param privateIp the address the destination knows
         * @return this builder
         */
        public Builder unmapDestination(String privateIp) {
            return putDestHostMapping(privateIp, "");
        }

        private static String named(String privateIp, String publicIp) {
            if (publicIp.isBlank()) {
                throw new IllegalArgumentException("no public address for " + privateIp
                        + "; the server would remove the entry, so unmap it instead");
            }
            return publicIp;
        }
    }
}
