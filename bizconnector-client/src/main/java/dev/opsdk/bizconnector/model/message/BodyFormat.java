package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** How the body of a mail is written. */
public final class BodyFormat extends OpenEnum<BodyFormat.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** as it is. */
        PLAIN_TEXT("PlainText"),
        /** as Markdown. */
        MARKDOWN("Markdown");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private BodyFormat(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static BodyFormat of(String wire) {
        return new BodyFormat(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static BodyFormat of(Known known) {
        return new BodyFormat(known, known.wire());
    }
}
