package dev.opsdk.bizconnector.model.filter;

import dev.opsdk.core.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which elements of a list are wanted: all conditions must hold. Each field can be asked once, because the server takes a repeated
 * field for a choice. There is no paging and no order on the server.
 *
 * @param <F> the filter's own type
 */
public abstract class Filter<F extends Filter<F>> {
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    Filter() {}

    abstract F self();

    /**
     * The query parameters, not yet encoded.
     *
     * @return name to values, in the order in which they were asked; may hold a password
     */
    public Map<String, List<String>> parameters() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    F put(String name, List<String> values) {
        if (parameters.putIfAbsent(name, List.copyOf(values)) != null) {
            throw new IllegalArgumentException(
                    name + " is asked twice; the server would take that for a choice between the two");
        }
        return self();
    }

    TextField<F> text(String name) {
        return new TextField<>(self(), name);
    }

    TimeField<F> time(String name) {
        return new TimeField<>(self(), name);
    }

    NumberField<F> number(String name) {
        return new NumberField<>(self(), name);
    }

    FlagField<F> flag(String name) {
        return new FlagField<>(self(), name);
    }

    MarkField<F> mark(String name) {
        return new MarkField<>(self(), name);
    }

    /** Names and values; a password is masked. */
    @Override
    public String toString() {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + (entry.getKey().endsWith(".password")
                                        || entry.getKey().endsWith("Token")
                                ? Secret.MASK
                                : entry.getValue()))
                .collect(Collectors.joining(" & ", "[", "]"));
    }
}
