package dev.opsdk.oms.procedure;

import dev.opsdk.core.Durations;
import dev.opsdk.core.error.WaitFailedException;
import dev.opsdk.core.error.WaitTimeoutException;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.waiting.Waiter;
import dev.opsdk.oms.Writer;
import dev.opsdk.oms.model.WriterName;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Stopping, starting and watching one writer. Remembers that it was stopped: a run that goes on must not stop what it started. */
final class WriterSteps {
    /** The cluster manager itself gives up after 60 s; what it shows may be some seconds old. */
    private static final Duration TO_SHOW = Duration.ofMinutes(2);

    private final OmsContext context;
    private final Writer writer;
    private boolean stopped;

    WriterSteps(OmsContext context, WriterName name) {
        this.context = context;
        this.writer = context.client().writer(name);
    }

    WriterName name() {
        return writer.name();
    }

    WriterLook look() {
        return WriterLook.at(context.client(), name());
    }

    /** It runs again, for whatever reason: the next run has to stop it anew. */
    void startedAgain() {
        stopped = false;
    }

    Step stop() {
        return Step.named("stop the writer")
                .sends(writer.requests().stop())
                .look(this::lookToStop)
                .act(progress -> writer.stop())
                .prove(() -> {
                    Look down = settled("to be stopped", WriterLook::down);
                    stopped |= down.standing() == Look.Standing.DONE;
                    return down;
                })
                .build();
    }

    private Look lookToStop() {
        if (stopped) {
            return Look.done("it was seen stopped before");
        }
        WriterLook now = look();
        stopped = now.atRest();
        if (!now.exists()) {
            return Look.blocked(now.evidence());
        }
        return stopped ? Look.done(now.evidence()) : Look.toDo(now.evidence());
    }

    Step start(String title) {
        return Step.named(title)
                .sends(writer.requests().start())
                .look(this::lookToStart)
                .act(progress -> writer.start())
                .prove(this::started)
                .build();
    }

    void start() {
        writer.start();
    }

    Look lookToStart() {
        WriterLook now = look();
        if (!now.exists()) {
            return Look.blocked(now.evidence());
        }
        return now.running() ? Look.done(now.evidence()) : Look.toDo(now.evidence());
    }

    Look started() {
        return settled("to run", WriterLook::running);
    }

    Step watch(Duration window) {
        return Step.named(watching(window))
                .look(() -> Look.toDo("not watched yet"))
                .act(progress ->
                        new Steady(context, window).await("writer '" + name() + "'", () -> look().sight(), progress))
                .prove(this::lookToStart)
                .build();
    }

    static String watching(Duration window) {
        return "watch for " + Durations.text(window) + " that it runs and its position advances";
    }

    /** Waits for what is shown late. */
    Look settled(String awaited, Predicate<WriterLook> reached) {
        try {
            WriterLook end = Waiter.on(context.time(), "writer '" + name() + "' " + awaited, this::look)
                    .every(context.pollEvery())
                    .failIf(now -> now.exists() || reached.test(now) ? Optional.empty() : Optional.of(now.evidence()))
                    .until(reached)
                    .await(TO_SHOW);
            return Look.done(end.evidence());
        } catch (WaitTimeoutException | WaitFailedException e) {
            return Look.toDo(look().evidence());
        }
    }
}
