package dev.opsdk.bizconnector.model.filter;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text. The server reads {@code true} and anything that looks like a number as what it looks like, and would never find the text;
 * such texts are asked for by a regular expression, which MongoDB compares without regard to case.
 *
 * @param <F> the filter it belongs to
 */
public class TextField<F extends Filter<F>> extends Field<F> {
    private static final Pattern NUMBER = Pattern.compile(
            "\\s*([+-]?(Infinity|\\d+\\.?\\d*(e[+-]?\\d+)?|\\.\\d+(e[+-]?\\d+)?)|0x[0-9a-f]+|0b[01]+|0o[0-7]+)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern META = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}/-]");
    private static final String OPERATORS = "!<>^$~=+";

    TextField(F filter, String name) {
        super(filter, name);
    }

    /**
     * One of these texts.
     *
     * @param values one or more texts
     * @return the filter
     */
    public F is(String... values) {
        List<String> wanted = Arrays.asList(values);
        if (wanted.stream().noneMatch(TextField::awkward)) {
            return put(wanted);
        }
        return put("~^(?:" + wanted.stream().map(TextField::quoted).collect(Collectors.joining("|")) + ")$");
    }

    /**
     * None of these texts.
     *
     * @param values one or more texts
     * @return the filter
     * @throws IllegalArgumentException if the server would take one of them for a number, a boolean or an operator, and so let it
     *     through
     */
    public F isNot(String... values) {
        for (String value : values) {
            if (value.isEmpty() || value.startsWith("=") || coerced(value)) {
                throw new IllegalArgumentException("the server cannot leave out the text '" + value + "' of " + name()
                        + ": it would take it for something else; filter the answer instead");
            }
        }
        return put(Arrays.stream(values).map(value -> "!" + value).toList());
    }

    /**
     * A beginning. MongoDB compares without regard to case.
     *
     * @param prefix the beginning
     * @return the filter
     */
    public F startsWith(String prefix) {
        some(prefix);
        return put(plain(prefix) ? "^" + prefix : "~^" + quoted(prefix));
    }

    /**
     * An end. MongoDB compares without regard to case.
     *
     * @param suffix the end
     * @return the filter
     */
    public F endsWith(String suffix) {
        some(suffix);
        return put(plain(suffix) ? "$" + suffix : "~" + quoted(suffix) + "$");
    }

    /**
     * A part. MongoDB compares without regard to case.
     *
     * @param part the part
     * @return the filter
     */
    public F contains(String part) {
        some(part);
        return put("~" + quoted(part));
    }

    /**
     * A regular expression in the database's dialect; one that is none is answered with 400. MongoDB compares without regard to case.
     *
     * @param regex the expression
     * @return the filter
     */
    public F matches(String regex) {
        some(regex);
        return put("~" + (regex.startsWith("=") ? "(?:" + regex + ")" : regex));
    }

    private void some(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(name() + " is compared with an empty text; use exists() for any");
        }
    }

    private static boolean awkward(String text) {
        return text.isEmpty() || OPERATORS.indexOf(text.charAt(0)) >= 0 || coerced(text);
    }

    private static boolean plain(String text) {
        return !awkward(text) && !META.matcher(text).find();
    }

    /** What the server turns into a boolean or a number before it asks the database. */
    static boolean coerced(String text) {
        return text.equalsIgnoreCase("true")
                || text.equalsIgnoreCase("false")
                || NUMBER.matcher(text).matches();
    }

    /** An equals sign behind an operator belongs to the operator, so it stands in a class of its own. */
    private static String quoted(String text) {
        return META.matcher(text).replaceAll("\\\\$0").replace("=", "[=]");
    }
}
