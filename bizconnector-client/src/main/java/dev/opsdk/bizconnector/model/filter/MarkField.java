package dev.opsdk.bizconnector.model.filter;

import java.util.List;

/**
 * True, or not there at all.
 *
 * @param <F> the filter it belongs to
 */
public final class MarkField<F extends Filter<F>> {
    private final F filter;
    private final String name;

    MarkField(F filter, String name) {
        this.filter = filter;
        this.name = name;
    }

    /**
     * Only elements that have the mark, or only those without it.
     *
     * @param wanted true for those with it
     * @return the filter
     */
    public F is(boolean wanted) {
        return filter.put(name, List.of(wanted ? "true" : "!"));
    }
}
