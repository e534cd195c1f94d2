package dev.opsdk.bizconnector.model.filter;

import java.util.Arrays;

/**
 * A whole number.
 *
 * @param <F> the filter it belongs to
 */
public final class NumberField<F extends Filter<F>> extends Field<F> {
    NumberField(F filter, String name) {
        super(filter, name);
    }

    /**
     * One of these numbers.
     *
     * @param values one or more numbers
     * @return the filter
     */
    public F is(long... values) {
        return put(Arrays.stream(values).mapToObj(Long::toString).toList());
    }

    /**
     * None of these numbers.
     *
     * @param values one or more numbers
     * @return the filter
     */
    public F isNot(long... values) {
        return put(Arrays.stream(values).mapToObj(value -> "!" + value).toList());
    }

    /**
     * More than this.
     *
     * @param value a number
     * @return the filter
     */
    public F moreThan(long value) {
        return put(">" + value);
    }

    /**
     * This or more.
     *
     * @param value a number
     * @return the filter
     */
    public F atLeast(long value) {
        return put(">=" + value);
    }

    /**
     * Less than this.
     *
     * @param value a number
     * @return the filter
     */
    public F lessThan(long value) {
        return put("<" + value);
    }

    /**
     * This or less.
     *
     * @param value a number
     * @return the filter
     */
    public F atMost(long value) {
        return put("<=" + value);
    }

    /**
     * From a number to another, both included. With LokiJS, the database of debug mode, the server forgets the second bound.
     *
     * @param least the first that counts
     * @param most the last that counts
     * @return the filter
     * @throws IllegalArgumentException if there is nothing between them
     */
    public F between(long least, long most) {
        if (least > most) {
            throw new IllegalArgumentException(name() + ": there is no number from " + least + " to " + most);
        }
        return put(">=" + least, "<=" + most);
    }
}
