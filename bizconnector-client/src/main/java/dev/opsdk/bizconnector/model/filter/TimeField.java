package dev.opsdk.bizconnector.model.filter;

import dev.opsdk.bizconnector.model.WireInstant;
import java.time.Instant;

/**
 * A time.
 *
 * @param <F> the filter it belongs to
 */
public final class TimeField<F extends Filter<F>> extends OnceTimeField<F> {
    TimeField(F filter, String name) {
        super(filter, name);
    }

    /**
     * From a time on and before another. With LokiJS, the database of debug mode, the server forgets the second bound.
     *
     * @param from the first that counts
     * @param to the first that does not count any more
     * @return the filter
     * @throws IllegalArgumentException if there is nothing between them
     */
    public F between(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(name() + ": there is no time from " + from + " to " + to);
        }
        return put(">=" + WireInstant.text(up(from)), "<" + WireInstant.text(up(to)));
    }
}
