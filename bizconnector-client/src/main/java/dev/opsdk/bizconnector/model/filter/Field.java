package dev.opsdk.bizconnector.model.filter;

import java.util.Arrays;
import java.util.List;

/**
 * A field of a list's elements.
 *
 * @param <F> the filter it belongs to
 */
public abstract class Field<F extends Filter<F>> {
    private final F filter;
    private final String name;

    Field(F filter, String name) {
        this.filter = filter;
        this.name = name;
    }

    F put(String... values) {
        return filter.put(name, Arrays.asList(values));
    }

    F put(List<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + " is compared with nothing");
        }
        return filter.put(name, values);
    }

    String name() {
        return name;
    }

    /** {@return the filter, that wants only elements that have this field} */
    public F exists() {
        return put("");
    }

    /** {@return the filter, that wants only elements that have not this field} */
    public F missing() {
        return put("!");
    }
}
