package dev.opsdk.oms.procedure;

import dev.opsdk.core.error.WaitTimeoutException;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.waiting.Waiter;
import dev.opsdk.oms.Writer;
import dev.opsdk.oms.model.WriterDetail;
import dev.opsdk.oms.model.WriterStatus;
import java.time.Duration;

/** Stop and start of a writer, so that it asks for its data at the new store. */
final class ReaderRestart {
    private static final Duration TO_SHOW = Duration.ofSeconds(70);

    private final OmsContext context;
    private final Writer writer;
    private boolean stopped;

    ReaderRestart(OmsContext context, Writer writer) {
        this.context = context;
        this.writer = writer;
    }

    Step stop() {
        return Step.named("stop writer '" + writer.name() + "'")
                .sends(writer.requests().stop())
                .look(() -> {
                    if (stopped) {
                        return Look.done("this procedure has stopped it before");
                    }
                    WriterDetail now = writer.detail().value();
                    stopped = !runs(now);
                    return stopped ? Look.done("it does not run: " + now) : Look.toDo(now.toString());
                })
                .act(progress -> writer.stop())
                .prove(() -> {
                    WriterDetail now = until(false);
                    stopped = !runs(now);
                    return stopped ? Look.done(now.toString()) : Look.toDo(now.toString());
                })
                .build();
    }

    Step start() {
        return Step.named("start writer '" + writer.name() + "'")
                .sends(writer.requests().start())
                .look(() -> {
                    WriterDetail now = writer.detail().value();
                    return runs(now) ? Look.done("it runs: " + now) : Look.toDo(now.toString());
                })
                .act(progress -> writer.start())
                .prove(() -> {
                    WriterDetail now = until(true);
                    return runs(now) ? Look.done(now.toString()) : Look.toDo(now.toString());
                })
                .build();
    }

    private WriterDetail until(boolean running) {
        try {
            return Waiter.on(
                            context.time(),
                            "the order to show",
                            () -> writer.detail().value())
                    .every(context.pollEvery())
                    .until(now -> runs(now) == running)
                    .await(TO_SHOW);
        } catch (WaitTimeoutException e) {
            return e.lastState(WriterDetail.class).orElseThrow(() -> e);
        }
    }

    private static boolean runs(WriterDetail detail) {
        return detail.healthy().orElse(false)
                && detail.status()
                        .map(now -> now.is(WriterStatus.Known.RUNNING))
                        .orElse(true);
    }
}
