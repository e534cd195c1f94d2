package dev.opsdk.oms.procedure;

import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.WaitTimeoutException;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.waiting.Waiter;
import dev.opsdk.oms.procedure.StateProbe.Sighting;
import dev.opsdk.oms.procedure.StateProbe.State;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A step whose effect the cluster manager does not show. Remembers over all runs of its procedure whether its order was accepted, or may
 * have been; a probe, if there is one, knows better.
 */
final class BlindStep {
    /** What the probe shows once the order is carried out, and when an order may be given twice. */
    enum Kind {
        /** Shown by not running; harmless twice. */
        STOP,
        /** Shown by nothing; the same values twice are harmless. */
        UPDATE,
        /** Shown by running; begins anew when given twice, perhaps. */
        START,
        /** Shown by running, but only after it was asked for: who runs without that went on at its old place. */
        BEGIN_ANEW;

        boolean starts() {
            return this == START || this == BEGIN_ANEW;
        }
    }

    private static final Duration TO_SHOW = Duration.ofMinutes(2);
    private static final String UNVERIFIED =
            "accepted, not verified: the cluster manager documents no call that shows it";

    private final Kind kind;
    private final TimeSource time;
    private final Duration pollEvery;
    private final Supplier<Sighting> probe;
    private boolean accepted;
    private boolean lost;

    BlindStep(Kind kind, OmsContext context, Supplier<Sighting> probe) {
        this.kind = kind;
        this.time = context.time();
        this.pollEvery = context.pollEvery();
        this.probe = probe;
    }

    /** Whether the order may have been carried out, and nothing but a probe can tell. */
    boolean lost() {
        return lost;
    }

    boolean accepted() {
        return accepted;
    }

    /** What was done is undone: it has to be done anew. */
    void forget() {
        accepted = false;
        lost = false;
    }

    Optional<String> told() {
        String order = kind.starts() ? "start" : kind.name().toLowerCase(Locale.ROOT);
        if (lost) {
            return Optional.of(order + ": its answer was lost");
        }
        return accepted ? Optional.of(order + ": accepted") : Optional.empty();
    }

    Step step(String title, RequestLine request, Runnable order) {
        return Step.named(title)
                .sends(request)
                .look(this::look)
                .act(progress -> act(order))
                .prove(this::prove)
                .build();
    }

    Look look() {
        Sighting seen = probe.get();
        if (!kind.starts() && accepted) {
            return Look.accepted("accepted before in this procedure");
        }
        if (kind == Kind.BEGIN_ANEW && shows(seen) && !accepted && !lost) {
            return Look.blocked("something else has started it, at its old place (the HA module?): " + seen);
        }
        if (shows(seen)) {
            accepted = true;
            lost = false;
            return Look.done(seen.toString());
        }
        if (seen.state() == State.GONE) {
            return Look.blocked(seen.toString());
        }
        if (!seen.known() && accepted) {
            return Look.accepted(UNVERIFIED + "; it is not asked for twice");
        }
        return !seen.known() && lost && kind.starts()
                ? Look.blocked("it was asked for before, and nothing shows what came of it; it is not asked for twice")
                : Look.toDo(seen.toString());
    }

    void act(Runnable order) {
        accepted = false;
        lost = true;
        try {
            order.run();
            accepted = true;
            lost = false;
        } catch (OpsException e) {
            lost = e.outcome() != Outcome.NOT_DONE;
            throw e;
        }
    }

    Look prove() {
        if (kind == Kind.UPDATE || !probe.get().known()) {
            return accepted ? Look.accepted(UNVERIFIED) : Look.toDo("nothing shows what came of it");
        }
        try {
            Sighting seen = Waiter.on(time, "the component to show it", probe)
                    .every(pollEvery)
                    .until(this::shows)
                    .await(TO_SHOW);
            accepted = true;
            lost = false;
            return Look.done(seen.toString());
        } catch (WaitTimeoutException e) {
            Sighting seen = probe.get();
            accepted = accepted && !seen.known();
            return Look.toDo(seen.toString());
        }
    }

    private boolean shows(Sighting seen) {
        return switch (kind) {
            case STOP -> seen.state() == State.STOPPED;
            case UPDATE -> false;
            case START, BEGIN_ANEW -> seen.state() == State.RUNNING;
        };
    }
}
