package dev.opsdk.bizconnector.model.filter;

import dev.opsdk.bizconnector.model.WireName;
import java.util.Collection;

/**
 * One of a few words.
 *
 * @param <F> the filter it belongs to
 * @param <E> the words
 */
public final class ChoiceField<F extends Filter<F>, E extends WireName> extends Field<F> {
    ChoiceField(F filter, String name) {
        super(filter, name);
    }

    /**
     * This one.
     *
     * @param value the word
     * @return the filter
     */
    public F is(E value) {
        return put(value.wire());
    }

    /**
     * One of these.
     *
     * @param values one or more
     * @return the filter
     */
    public F isAnyOf(Collection<E> values) {
        return put(values.stream().map(WireName::wire).toList());
    }

    /**
     * Not this one.
     *
     * @param value the word
     * @return the filter
     */
    public F isNot(E value) {
        return put("!" + value.wire());
    }

    /**
     * None of these.
     *
     * @param values one or more
     * @return the filter
     */
    public F isNoneOf(Collection<E> values) {
        return put(values.stream().map(value -> "!" + value.wire()).toList());
    }
}
