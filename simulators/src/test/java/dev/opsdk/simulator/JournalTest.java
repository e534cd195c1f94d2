package dev.opsdk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final SimRequest request = new SimRequest("GET", "/", Map.of(), "");

    @Test
    void aHarnessThatRunsForDaysKeepsTheLatestRequests() {
        Journal journal = new Journal();
        Journal.Slot first = journal.open(0, request, Instant.EPOCH);
        for (int i = 1; i < 2 * Journal.KEPT; i++) {
            journal.open(0, request, Instant.EPOCH);
        }
        Journal.Slot last = journal.open(0, request, Instant.EPOCH);
        first.answered(200);
        last.answered(201);
        assertThat(journal.entries()).hasSizeBetween(Journal.KEPT, Journal.KEPT + Journal.KEPT / 10);
        Journal.Entry latest = journal.entries().get(journal.entries().size() - 1);
        assertThat(latest.number()).isEqualTo(2 * Journal.KEPT + 1);
        assertThat(latest.status()).isEqualTo(201);
        assertThat(journal.entries().get(0).answered()).isFalse();
        journal.clear();
        journal.open(0, request, Instant.EPOCH);
        assertThat(journal.entries()).extracting(Journal.Entry::number).containsExactly(1);
    }
}
