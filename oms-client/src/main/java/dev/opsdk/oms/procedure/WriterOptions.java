package dev.opsdk.oms.procedure;

import dev.opsdk.oms.model.StoreName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How work on a writer is to be done.
 *
 * @param stores the stores it can read from, to check that one of them holds its position; none leaves that unchecked
 * @param stabilise how long it must run and advance before a start is believed; 60 s unless told
 * @param haDisabled whether OMS's HA module is known to be disabled; unknown is a warning
 */
public record WriterOptions(List<StoreName> stores, Duration stabilise, Optional<Boolean> haDisabled) {
    /** No store named, 60 s, HA not known. */
    public static final WriterOptions DEFAULT = new WriterOptions(List.of(), Duration.ofSeconds(60), Optional.empty());

    /** Copies, and refuses a time that is none. */
    public WriterOptions {
        stores = List.copyOf(stores);
        if (stabilise.isNegative()) {
            throw new IllegalArgumentException("stabilise is " + stabilise + "; it must not be negative");
        }
    }

    /**
     * Names the stores it can read from.
     *
     * @param names their names
     * @return a copy
     */
    public WriterOptions readingFrom(String... names) {
        return new WriterOptions(List.of(names).stream().map(StoreName::of).toList(), stabilise, haDisabled);
    }

    /**
     * Sets how long it must run and advance before a start is believed.
     *
     * @param window zero or more
     * @return a copy
     */
    public WriterOptions stabilising(Duration window) {
        return new WriterOptions(stores, window, haDisabled);
    }

    /**
     * Tells whether OMS's HA module is disabled.
     *
     * @param disabled true if it is
     * @return a copy
     */
    public WriterOptions haDisabled(boolean disabled) {
        return new WriterOptions(stores, stabilise, Optional.of(disabled));
    }
}
