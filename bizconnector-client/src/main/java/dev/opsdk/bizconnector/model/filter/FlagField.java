package dev.opsdk.bizconnector.model.filter;

import java.util.List;

/**
 * True or false.
 *
 * @param <F> the filter it belongs to
 */
public final class FlagField<F extends Filter<F>> {
    private final F filter;
    private final String name;

    FlagField(F filter, String name) {
        this.filter = filter;
        this.name = name;
    }

    /**
     * Only elements where it is so.
     *
     * @param wanted true for those where it is true; false for those where it is false or not said
     * @return the filter
     */
    public F is(boolean wanted) {
        return filter.put(name, List.of(wanted ? "true" : "!true"));
    }
}
