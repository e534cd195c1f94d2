package dev.opsdk.oms.assess;

import dev.opsdk.oms.model.Checkpoint;
import dev.opsdk.oms.model.CrawlerDetail;
import dev.opsdk.oms.model.Observed;
import dev.opsdk.oms.model.StoreName;
import dev.opsdk.oms.model.StoreStatus;
import dev.opsdk.oms.model.WriterDetail;
import dev.opsdk.oms.model.WriterName;
import dev.opsdk.oms.model.WriterStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at stores and writers, made up. */
final class Looks {
    static final long T = 1_700_000_000L;
    static final String STORE = "10.10.10.1-7104:p_1_source-000-0:0000000007";
    static final String WRITER = "10.10.10.1-9000:p_1_dest-000-0:0000000001";

    private Looks() {}

    static Instant at(long second) {
        return Instant.ofEpochSecond(T + second);
    }

    static <V> Observed<V> seen(V value, long second) {
        return new Observed<>(value, Optional.of(at(second)), at(second));
    }

    static Checkpoint position(long second) {
        return Checkpoint.builder()
                .timestampSeconds(T + second)
                .msgId(T + second)
                .build();
    }

    static List<Checkpoint> holding(long begin, long end) {
        return List.of(position(begin), position(end));
    }

    /** A store in order that holds one source. */
    static CrawlerDetail store(long begin, long end, Consumer<CrawlerDetail.Builder> change) {
        CrawlerDetail.Builder builder = CrawlerDetail.builder();
        builder.name(StoreName.of(STORE));
        builder.observationTrusted(true);
        builder.status(StoreStatus.of(0));
        builder.addCheckpoints(holding(begin, end));
        change.accept(builder);
        return builder.build();
    }

    static Observed<CrawlerDetail> store(long begin, long end, long now) {
        return seen(store(begin, end, b -> {}), now);
    }

    /** A writer in order. */
    static WriterDetail writer(long position, long sampled, Consumer<WriterDetail.Builder> change) {
        WriterDetail.Builder builder = WriterDetail.builder();
        builder.name(WriterName.of(WRITER));
        builder.healthy(true);
        builder.status(WriterStatus.of("running"));
        builder.checkpoint(Checkpoint.builder()
                .timestampSeconds(T + position)
                .gmtSeconds(T + sampled)
                .build());
        change.accept(builder);
        return builder.build();
    }

    static Observed<WriterDetail> writer(long position, long now) {
        return seen(writer(position, now, b -> {}), now);
    }

    /** Looks at a writer every 15 s that passes so many seconds of changes between them. */
    static List<Observed<WriterDetail>> writerLooks(int count, long from, long step) {
        List<Observed<WriterDetail>> looks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            looks.add(writer(from + i * step, i * 15L));
        }
        return looks;
    }
}
