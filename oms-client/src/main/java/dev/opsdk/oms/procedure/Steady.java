package dev.opsdk.oms.procedure;

import dev.opsdk.core.Durations;
import dev.opsdk.core.waiting.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a component has been in order, and has moved on, for a whole window: a success is none before that (deaths 43 s and 129 s
 * after a restore were observed). Ends at once when it was in order and is not any more. One instance is one wait.
 */
final class Steady {
    /**
     * What one look at a component says.
     *
     * @param alive whether it is in order; empty when the observation cannot be believed
     * @param position how far it is
     * @param text for people
     */
    record Sight(Optional<Boolean> alive, Optional<Instant> position, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** A position may rest so long; beyond, the window begins anew. Positions are reported every 5 s. */
    private static final Duration REST = Duration.ofSeconds(30);

    private static final Duration TO_BEGIN = Duration.ofSeconds(60);

    private final OmsContext context;
    private final Duration window;
    private @Nullable Instant reached;
    private @Nullable Instant movedAt;
    private @Nullable Instant aliveSince;
    private boolean moved;

    Steady(OmsContext context, Duration window) {
        this.context = context;
        this.window = window;
    }

    /** Says that it was in order already, so that a death before the first look of the wait is one, too. */
    Steady seenAlive(Instant at) {
        aliveSince = at;
        return this;
    }

    /** Waits; the failure of the wait says what was seen. */
    void await(String what, Supplier<Sight> read, Consumer<String> progress) {
        Waiter.on(context.time(), what + " to be in order and moving for " + Durations.text(window), read)
                .every(context.pollEvery())
                .onPoll(sight -> progress.accept(sight.toString()))
                .failIf(this::died)
                .until(this::inOrder)
                .stableFor(window)
                .await(window.multipliedBy(2).plus(TO_BEGIN));
    }

    private Optional<String> died(Sight sight) {
        boolean dead = sight.alive.equals(Optional.of(false));
        if (dead && aliveSince != null) {
            return Optional.of("it died within "
                    + Durations.text(Duration.between(aliveSince, context.time().now()))
                    + " of being seen in order");
        }
        return Optional.empty();
    }

    private boolean inOrder(Sight sight) {
        Instant now = context.time().now();
        if (!sight.alive.equals(Optional.of(true))) {
            return false;
        }
        if (aliveSince == null) {
            aliveSince = now;
        }
        Instant at = sight.position.orElse(null);
        if (at == null) {
            return false; // nothing that could be seen to move
        }
        if (reached == null || at.isAfter(reached)) {
            moved |= reached != null;
            reached = at;
            movedAt = now;
        }
        Duration rested = movedAt == null ? Duration.ZERO : Duration.between(movedAt, now);
        return moved && rested.compareTo(REST) < 0;
    }
}
