package dev.opsdk.examples.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of a table, from left to right.
 *
 * @param <T> the rows' type
 */
public final class Cols<T> {
    private final List<Col<T>> all = new ArrayList<>();

    Cols() {}

    /**
     * One more.
     *
     * @param name its head
     * @param of its value in a row; empty is a dash
     * @return this
     */
    public Cols<T> col(String name, Function<? super T, ?> of) {
        all.add(new Col<>(name, of));
        return this;
    }

    List<Col<T>> all() {
        return List.copyOf(all);
    }
}
