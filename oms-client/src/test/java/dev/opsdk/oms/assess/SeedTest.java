package dev.opsdk.oms.assess;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.internal.Json;
import dev.opsdk.oms.model.CrawlerDetail;
import dev.opsdk.oms.model.Observed;
import dev.opsdk.oms.model.WriterDetail;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The two replies of the documentation, judged (test vector 1). */
class SeedTest {
    private static <T> T seed(String file, String field, Class<T> type) throws IOException {
        try (InputStream in = Objects.requireNonNull(SeedTest.class.getResourceAsStream("/assess/" + file))) {
            JsonNode root = Json.wire().readTree(in);
            assertThat(root.get("isSuccess").booleanValue()).isTrue();
            return Json.wire().treeToValue(root.get(field), type);
        }
    }

    private static <T> Observed<T> seen(T value, long second) {
        Instant at = Instant.ofEpochSecond(second);
        return new Observed<>(value, Optional.of(at), at);
    }

    @Test
    void theWritersSampleWasThreeSecondsLateWhenItWasTaken() throws IOException {
        WriterDetail writer = seed("seed-writer.json", "replicator", WriterDetail.class);
        WriterAssessment now = WriterAssessment.of(seen(writer, 1_639_732_212));
        assertThat(now.lag().orElseThrow().atSample()).contains(Duration.ofSeconds(3));
        assertThat(now.lag().orElseThrow().behind()).contains(Duration.ofSeconds(5));
        assertThat(now.verdict().level()).isEqualTo(Level.HEALTHY);
        assertThat(now.verdict().facts()).containsEntry("lagAtSample", "3 s").containsEntry("sampleAge", "2 s");
        assertThat(writer.checkpoint().orElseThrow().fileIdx()).isEmpty();
    }

    @Test
    void theStoreHolds246608Seconds() throws IOException {
        CrawlerDetail store = seed("seed-store.json", "crawler", CrawlerDetail.class);
        StoreAssessment now = StoreAssessment.of(seen(store, 1_663_295_965));
        assertThat(now.verdict().facts()).containsEntry("retention", "246608 s").containsEntry("lag", "3 s");
        assertThat(now.verdict().level()).isEqualTo(Level.HEALTHY);
        assertThat(store.ranges().get(0).end().fileIdx()).hasValue(1_663_295_962L);
        assertThat(store.errMsg().orElseThrow()).endsWith("\n");
        assertThat(store.lastEvent().orElseThrow()).endsWith("started successfully");
    }
}
