package dev.opsdk.bizconnector.check;

import java.util.Optional;
import java.util.function.Supplier;

/** A read that many checks of one run need, done once. A failure is remembered too: who was refused does not ask again. */
final class Memo<T> {
    private final Supplier<T> source;
    private volatile Optional<T> value = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();

    Memo(Supplier<T> source) {
        this.source = source;
    }

    /** What was read already; waits for nobody. */
    Optional<T> known() {
        return value;
    }

    synchronized T get() {
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (value.isEmpty()) {
            try {
                value = Optional.of(source.get());
            } catch (RuntimeException e) {
                failure = Optional.of(e);
                throw e;
            }
        }
        return value.get();
    }
}
