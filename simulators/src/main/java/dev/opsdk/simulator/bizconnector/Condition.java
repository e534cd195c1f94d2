package dev.opsdk.simulator.bizconnector;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** One field of a filter, as MongoDB understands it: what looks like a number or a boolean is one. */
final class Condition {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private Condition() {}

    static Predicate<Doc> of(String field, List<String> values) throws Refusal {
        if (field.equals("participant")) {
            Predicate<Doc> creator = of("createdBy", values);
            return creator.or(of("recipients.address", values));
        }
        if (field.equals("attachments")) {
            return attachments(values);
        }
        if (field.equals("tags") || field.equals("content.tags")) {
            return tags(field, values);
        }
        List<Object> same = new ArrayList<>();
        List<Object> other = new ArrayList<>();
        Predicate<Doc> rest = doc -> true;
        for (String value : values) {
            if (value.startsWith("!") && value.length() > 1) {
                other.add(coerced(value.substring(1)));
            } else if (isPlain(value)) {
                same.add(coerced(value));
            } else {
                rest = rest.and(operator(field, value));
            }
        }
        Predicate<Doc> all = rest;
        if (!same.isEmpty()) {
            all = all.and(doc -> fieldValues(doc, field).stream().anyMatch(have -> isOneOf(have, same)));
        }
        if (!other.isEmpty()) {
            all = all.and(doc -> fieldValues(doc, field).stream().noneMatch(have -> isOneOf(have, other)));
        }
        return all;
    }

    private static boolean isPlain(String value) {
        return !value.isEmpty() && "!><^$~".indexOf(value.charAt(0)) < 0;
    }

    private static Predicate<Doc> attachments(List<String> values) {
        if (values.contains("+")) {
            return doc -> !doc.list("attachments").isEmpty();
        }
        if (values.contains("-") || values.contains("!")) {
            return doc -> doc.list("attachments").isEmpty();
        }
        return doc -> doc.texts("attachments").stream().anyMatch(values::contains);
    }

    /** Looked for as they are: not even an empty value means more than a tag without letters. */
    private static Predicate<Doc> tags(String field, List<String> values) {
        return doc -> {
            List<Object> have = fieldValues(doc, field);
            return values.stream().anyMatch(have::contains);
        };
    }

    private static Predicate<Doc> operator(String field, String value) throws Refusal {
        if (value.isEmpty()) {
            return doc -> !fieldValues(doc, field).isEmpty();
        }
        if (value.equals("!")) {
            return doc -> fieldValues(doc, field).isEmpty();
        }
        char sign = value.charAt(0);
        String operand = value.substring(1);
        if (sign == '>' || sign == '<') {
            boolean inclusive = operand.startsWith("=");
            Object bound = coerced(inclusive ? operand.substring(1) : operand);
            return doc ->
                    fieldValues(doc, field).stream().anyMatch(have -> compares(have, bound, sign == '>', inclusive));
        }
        Pattern pattern = pattern(sign, operand);
        return doc -> fieldValues(doc, field).stream()
                .anyMatch(have ->
                        have instanceof String text && pattern.matcher(text).find());
    }

    private static Pattern pattern(char sign, String operand) throws Refusal {
        String expression = switch (sign) {
            case '^' -> "^" + Pattern.quote(operand);
            case '$' -> Pattern.quote(operand) + "$";
            default -> operand;
        };
        try {
            return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw Refusal.thrown("Invalid regular expression: /" + operand + "/: " + e.getDescription());
        }
    }

    /** Values of different kinds are never in any order. */
    private static boolean compares(Object have, Object bound, boolean greater, boolean inclusive) {
        int order;
        if (have instanceof String text && bound instanceof String other) {
            order = text.compareTo(other);
        } else if (number(have) instanceof BigDecimal one && bound instanceof BigDecimal two) {
            order = one.compareTo(two);
        } else {
            return false;
        }
        return order == 0 ? inclusive : greater == order > 0;
    }

    private static boolean isOneOf(Object have, List<Object> wanted) {
        Object number = number(have);
        return wanted.stream()
                .anyMatch(want -> want instanceof BigDecimal two
                        ? number instanceof BigDecimal one && one.compareTo(two) == 0
                        : want.equals(have));
    }

    private static @Nullable Object number(Object value) {
        return value instanceof Number ? new BigDecimal(value.toString()) : null;
    }

    private static Object coerced(String value) {
        if (value.equals("true") || value.equals("false")) {
            return Boolean.valueOf(value);
        }
        return NUMBER.matcher(value).matches() ? new BigDecimal(value) : value;
    }

    private static List<Object> fieldValues(Doc doc, String field) {
        List<Object> found = new ArrayList<>();
        collect(doc, field, found);
        return found;
    }

    private static void collect(@Nullable Object value, String path, List<Object> found) {
        if (value instanceof List<?> items) {
            items.forEach(item -> collect(item, path, found));
        } else if (value != null && path.isEmpty()) {
            found.add(value);
        } else if (value instanceof Doc doc) {
            int dot = path.indexOf('.');
            String first = dot < 0 ? path : path.substring(0, dot);
            collect(doc.get(first), dot < 0 ? "" : path.substring(dot + 1), found);
        }
    }
}
