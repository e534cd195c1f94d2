package dev.opsdk.oms.assess;

import dev.opsdk.oms.model.CrawlerDetail;
import dev.opsdk.oms.model.Observed;
import dev.opsdk.oms.model.StoreName;
import dev.opsdk.oms.model.WriterDetail;
import dev.opsdk.oms.model.WriterName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns one look after the other at a chain into verdicts and events. Not thread-safe; forgets looks that no verdict needs. */
public final class ChainHistory {
    private static final Duration KEPT = Duration.ofMinutes(2);

    private final StoreName storeName;
    private final WriterName writerName;
    private final Thresholds thresholds;
    private final Deque<Observed<CrawlerDetail>> stores = new ArrayDeque<>();
    private final Deque<Observed<WriterDetail>> writers = new ArrayDeque<>();
    private @Nullable StoreAssessment store;
    private @Nullable WriterAssessment writer;
    private @Nullable ChainAssessment before;

    /**
     * Starts with nothing seen.
     *
     * @param store the store
     * @param writer the writer
     * @param thresholds when late is too late
     */
    public ChainHistory(StoreName store, WriterName writer, Thresholds thresholds) {
        this.storeName = store;
        this.writerName = writer;
        this.thresholds = thresholds;
    }

    /**
     * Takes a look at the store into account.
     *
     * @param look newer than the ones before
     */
    public void store(Observed<CrawlerDetail> look) {
        keep(stores, look);
        store = StoreAssessment.of(List.copyOf(stores), thresholds);
    }

    /**
     * Takes into account that the store could not be looked at.
     *
     * @param why the failure
     */
    public void storeFailed(String why) {
        store = StoreAssessment.unknown(storeName, why);
    }

    /**
     * Takes a look at the writer into account.
     *
     * @param look newer than the ones before
     */
    public void writer(Observed<WriterDetail> look) {
        keep(writers, look);
        writer = WriterAssessment.of(List.copyOf(writers), thresholds);
    }

    /**
     * Takes into account that the writer could not be looked at.
     *
     * @param why the failure
     */
    public void writerFailed(String why) {
        writer = WriterAssessment.unknown(writerName, why);
    }

    private static <T> void keep(Deque<Observed<T>> looks, Observed<T> look) {
        if (!looks.isEmpty() && look.now().isBefore(looks.getLast().now())) {
            looks.clear(); // a clock was set back: nothing before can be compared
        }
        looks.addLast(look);
        while (looks.size() > Trend.LOOKS
                && Duration.between(looks.getFirst().now(), look.now()).compareTo(KEPT) > 0) {
            looks.removeFirst();
        }
    }

    /**
     * How the chain is by the looks so far.
     *
     * @return the verdict
     */
    public ChainAssessment chain() {
        StoreAssessment ofStore = store == null ? StoreAssessment.unknown(storeName, "not looked at yet") : store;
        WriterAssessment ofWriter = writer == null ? WriterAssessment.unknown(writerName, "not looked at yet") : writer;
        return ChainAssessment.of(ofStore, ofWriter, thresholds);
    }

    /**
     * What is new since the call before.
     *
     * @param at when, by the watching machine's clock
     * @return changes, and the sample that shows them as the last one
     */
    public List<ChainEvent> events(Instant at) {
        ChainAssessment now = chain();
        List<ChainEvent> events = new ArrayList<>();
        if (before != null) {
            Level oldStore = before.store().verdict().level();
            if (!now.store().verdict().is(oldStore)) {
                events.add(new ChainEvent.StoreChanged(at, oldStore, now.store().verdict()));
            }
            Level oldWriter = before.writer().verdict().level();
            if (!now.writer().verdict().is(oldWriter)) {
                events.add(
                        new ChainEvent.WriterChanged(at, oldWriter, now.writer().verdict()));
            }
            if (before.severity() != now.severity() || before.side() != now.side()) {
                events.add(new ChainEvent.SeverityChanged(at, before.severity(), now));
            }
        }
        before = now;
        events.add(new ChainEvent.Sample(at, now));
        return events;
    }
}
