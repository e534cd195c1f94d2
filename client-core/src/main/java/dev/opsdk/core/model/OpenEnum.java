package dev.opsdk.core.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a server's enumeration that may grow: a known constant, or the text of one that this version does not know. Two
 * values are equal when they mean the same constant, or carry the same unknown text.
 *
 * @param <E> the constants this version knows
 */
public abstract class OpenEnum<E extends Enum<E>> {
    private final @Nullable E known;
    private final Object wire;

    /**
     * For subclasses.
     *
     * @param known the constant, or null when it is not known
     * @param wire what the server wrote: a {@link String}, a {@link Long} or an {@link Integer}
     */
    protected OpenEnum(@Nullable E known, Object wire) {
        this.known = known;
        this.wire = wire;
    }

    /**
     * The constant, for a {@code switch}.
     *
     * @return the constant, or empty when this version does not know it
     */
    @JsonIgnore
    public Optional<E> known() {
        return Optional.ofNullable(known);
    }

    /**
     * Whether this is that constant.
     *
     * @param constant a constant
     * @return true if it is
     */
    public boolean is(E constant) {
        return known == constant;
    }

    /**
     * What the server wrote.
     *
     * @return text or a whole number
     */
    @JsonValue
    public Object wire() {
        return wire;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof OpenEnum<?> that) || that.getClass() != getClass()) {
            return false;
        }
        return known == that.known && (known != null || wire.equals(that.wire));
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(known == null ? wire : known);
    }

    /** The constant's name, or the server's text marked as unknown. */
    @Override
    public String toString() {
        return known == null ? "unknown(" + wire + ")" : known.name();
    }
}
