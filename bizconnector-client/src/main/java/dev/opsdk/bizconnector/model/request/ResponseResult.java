package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** How a request was answered. */
public final class ResponseResult extends OpenEnum<ResponseResult.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** accepted. */
        ACCEPTED("Accepted"),
        /** rejected. */
        REJECTED("Rejected");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private ResponseResult(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static ResponseResult of(String wire) {
        return new ResponseResult(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static ResponseResult of(Known known) {
        return new ResponseResult(known, known.wire());
    }
}
