package dev.opsdk.bizconnector.model.filter;

import java.util.Arrays;
import java.util.List;

/**
 * Tags.
 *
 * @param <F> the filter it belongs to
 */
public final class TagsField<F extends Filter<F>> extends Field<F> {
    TagsField(F filter, String name) {
        super(filter, name);
    }

    /**
     * At least one of these tags.
     *
     * @param tags one or more
     * @return the filter
     * @throws IllegalArgumentException if the server would take one for a number, a boolean or an operator
     */
    public F anyOf(String... tags) {
        List<String> wanted = Arrays.asList(tags);
        for (String tag : wanted) {
            if (tag.isEmpty() || "!<>^$~".indexOf(tag.charAt(0)) >= 0 || TextField.coerced(tag)) {
                throw new IllegalArgumentException("the server cannot look for the tag '" + tag + "'");
            }
        }
        return put(wanted);
    }
}
