package dev.opsdk.bizconnector.model.filter;

import dev.opsdk.bizconnector.model.WireInstant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A time of which the list takes one condition only. Written in full, because the databases compare times letter by letter.
 *
 * @param <F> the filter it belongs to
 */
public class OnceTimeField<F extends Filter<F>> extends Field<F> {
    OnceTimeField(F filter, String name) {
        super(filter, name);
    }

    /**
     * Exactly this millisecond.
     *
     * @param time the time
     * @return the filter
     */
    public F is(Instant time) {
        return put(WireInstant.text(time));
    }

    /**
     * Not this millisecond.
     *
     * @param time the time
     * @return the filter
     */
    public F isNot(Instant time) {
        return put("!" + WireInstant.text(time));
    }

    /**
     * Later than this.
     *
     * @param time the time
     * @return the filter
     */
    public F after(Instant time) {
        return put(">" + WireInstant.text(time));
    }

    /**
     * This or later.
     *
     * @param time the time
     * @return the filter
     */
    public F atOrAfter(Instant time) {
        return put(">=" + WireInstant.text(up(time)));
    }

    /**
     * Earlier than this.
     *
     * @param time the time
     * @return the filter
     */
    public F before(Instant time) {
        return put("<" + WireInstant.text(up(time)));
    }

    /**
     * This or earlier.
     *
     * @param time the time
     * @return the filter
     */
    public F atOrBefore(Instant time) {
        return put("<=" + WireInstant.text(time));
    }

    /** The server keeps milliseconds: a bound between two of them must not lose the one below it. */
    static Instant up(Instant time) {
        Instant whole = time.truncatedTo(ChronoUnit.MILLIS);
        return whole.equals(time) ? time : whole.plusMillis(1);
    }
}
