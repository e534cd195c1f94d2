package dev.opsdk.examples.kit;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name its head
 * @param of its value in a row; what prints itself masked stays masked
 * @param <T> the rows
 */
record Col<T>(String name, Function<? super T, ?> of) {

    String cell(T row) {
        return text(of.apply(row));
    }

    /** Absent is a dash; what has several lines keeps them. */
    static String text(@Nullable Object value) {
        if (value == null) {
            return "-";
        }
        if (value instanceof Optional<?> maybe) {
            return maybe.map(Col::text).orElse("-");
        }
        if (value instanceof OptionalLong maybe) {
            return maybe.isPresent() ? Long.toString(maybe.getAsLong()) : "-";
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(Col::text).collect(Collectors.joining(", "));
        }
        return value.toString();
    }
}
