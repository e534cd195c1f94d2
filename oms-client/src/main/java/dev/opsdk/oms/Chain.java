package dev.opsdk.oms;

import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.waiting.Waiter;
import dev.opsdk.oms.assess.ChainAssessment;
import dev.opsdk.oms.assess.ChainEvent;
import dev.opsdk.oms.assess.ChainHistory;
import dev.opsdk.oms.assess.Thresholds;
import java.time.Duration;
import java.util.stream.Stream;

/** A store and the writer that reads from it, side by side: where does a delay come from? Only reads. */
public final class Chain {
    private final OmsClient client;
    private final Store store;
    private final Writer writer;
    private final Thresholds thresholds;

    Chain(OmsClient client, Store store, Writer writer, Thresholds thresholds) {
        this.client = client;
        this.store = store;
        this.writer = writer;
        this.thresholds = thresholds;
    }

    /**
     * The same chain, judged by other thresholds.
     *
     * @param others when late is too late
     * @return a chain
     */
    public Chain judgedBy(Thresholds others) {
        return new Chain(client, store, writer, others);
    }

    /**
     * Looks once at both and says who is to blame and what to do. One look cannot tell a stall from lateness; see
     * {@link #diagnose(Duration)}. What cannot be read is part of the verdict.
     *
     * @return the verdict
     */
    public ChainAssessment diagnose() {
        ChainHistory history = history();
        look(history);
        return history.chain();
    }

    /**
     * Looks again and again for a while, so that stalls, slopes, and the time until data is lost can be told; 40 s are enough.
     *
     * @param over for how long
     * @return the verdict
     * @throws CancelledException as soon as the thread is interrupted
     */
    public ChainAssessment diagnose(Duration over) {
        TimeSource time = client.timeSource();
        ChainHistory history = history();
        long start = time.nanos();
        return Waiter.on(time, "enough looks at " + this, () -> {
                    look(history);
                    return history.chain();
                })
                .every(client.pollEvery())
                .until(chain -> time.nanos() - start >= over.toNanos())
                .await(over.plus(client.pollEvery().multipliedBy(2)));
    }

    /**
     * What happens to the chain, as an endless stream that looks while it is consumed: changes, and a sample for each look. An interrupt
     * ends it with {@link CancelledException}.
     *
     * <pre>{@code
     * oms.chain(store, writer).watch().limit(100).forEach(System.out::println);
     * }</pre>
     *
     * @return events, the first look first
     */
    public Stream<ChainEvent> watch() {
        ChainHistory history = history();
        TimeSource time = client.timeSource();
        boolean[] looked = {false};
        return Stream.generate(() -> {
                    if (looked[0]) {
                        pause(time);
                    } else {
                        mustExist();
                        looked[0] = true;
                    }
                    look(history);
                    return history.events(time.now());
                })
                .flatMap(events -> events.stream());
    }

    private ChainHistory history() {
        return new ChainHistory(store.name(), writer.name(), thresholds);
    }

    /** A name that never was is a mistake, not an event. */
    private void mustExist() {
        try {
            store.detail();
            writer.detail();
        } catch (NotFoundException e) {
            throw e;
        } catch (OpsException e) {
            // what cannot be read now may be readable at a later look
            return;
        }
    }

    private void look(ChainHistory history) {
        try {
            history.store(store.detail());
        } catch (CancelledException e) {
            throw e;
        } catch (OpsException e) {
            history.storeFailed(String.valueOf(e.getMessage()));
        }
        try {
            history.writer(writer.detail());
        } catch (CancelledException e) {
            throw e;
        } catch (OpsException e) {
            history.writerFailed(String.valueOf(e.getMessage()));
        }
    }

    private void pause(TimeSource time) {
        try {
            time.sleep(client.pollEvery());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("interrupted while watching " + this);
        }
    }

    @Override
    public String toString() {
        return "chain of store '" + store.name() + "' and writer '" + writer.name() + "'";
    }
}
