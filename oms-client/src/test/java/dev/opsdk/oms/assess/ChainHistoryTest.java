package dev.opsdk.oms.assess;

import static dev.opsdk.oms.assess.Looks.seen;
import static dev.opsdk.oms.assess.Looks.store;
import static dev.opsdk.oms.assess.Looks.writer;
import static dev.opsdk.oms.assess.Looks.writerLooks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.oms.model.StoreName;
import dev.opsdk.oms.model.WriterName;
import org.junit.jupiter.api.Test;

class ChainHistoryTest {
    private final ChainHistory history =
            new ChainHistory(StoreName.of(Looks.STORE), WriterName.of(Looks.WRITER), Thresholds.DEFAULT);

    @Test
    void whatWasNotLookedAtIsUnknown() {
        assertThat(history.chain().store().verdict().reasons().toString()).contains("not looked at yet");
        assertThat(history.chain().writer().verdict().reasons().toString()).contains("not looked at yet");
        assertThat(history.chain().side()).isEqualTo(ChainAssessment.Side.UNKNOWN);
    }

    @Test
    void everyLookIsASampleAndOnlyChangesAreEvents() {
        history.store(store(-86_400, -2, 0));
        history.writer(writer(-4, 0));
        assertThat(history.events(Looks.at(0))).hasExactlyElementsOfTypes(ChainEvent.Sample.class);
        assertThat(history.events(Looks.at(1))).hasExactlyElementsOfTypes(ChainEvent.Sample.class);
        history.writer(seen(writer(-502, 2, b -> b.healthy(false)), 2));
        assertThat(history.events(Looks.at(2)))
                .hasExactlyElementsOfTypes(
                        ChainEvent.WriterChanged.class, ChainEvent.SeverityChanged.class, ChainEvent.Sample.class);
        history.storeFailed("gone");
        assertThat(history.events(Looks.at(3)))
                .hasExactlyElementsOfTypes(
                        ChainEvent.StoreChanged.class, ChainEvent.SeverityChanged.class, ChainEvent.Sample.class);
    }

    @Test
    void whatWasSeenBeforeTheClockWasSetBackIsNotCompared() {
        writerLooks(4, -100, 0).forEach(history::writer);
        assertThat(history.chain().writer().verdict().level()).isEqualTo(Level.STALLED);
        history.writer(writer(-100, 20));
        assertThat(history.chain().writer().verdict().level()).isEqualTo(Level.LAGGING);
    }
}
