package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** How an item of a request was answered. */
public final class ItemResult extends OpenEnum<ItemResult.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** accepted. */
        ACCEPTED("Accepted"),
        /** rejected. */
        REJECTED("Rejected"),
        /** it could not be processed; the published API description says Failed. */
        ERROR("Error");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private ItemResult(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static ItemResult of(String wire) {
        return new ItemResult(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static ItemResult of(Known known) {
        return new ItemResult(known, known.wire());
    }
}
