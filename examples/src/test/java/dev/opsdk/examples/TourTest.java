package dev.opsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.simulator.ccr.CcrSimulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TourTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), false);

    private int tour(String... args) {
        return Tour.run(List.of(args), screen);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theTourGoesFromTheFirstJobToATidiedConnector() {
        assertThat(tour()).as(text()).isZero();
        assertThat(text())
                .contains("refused: /list_jobs cuts a name at its comma")
                .contains("pauseAndConfirm 'shop' is complete")
                .contains("RUNNING   PAUSED")
                .contains("shop is STALLED at binlog")
                .contains("curl -sS -L --post303 -X POST")
                .contains("skip by fullsync 'shop' is complete")
                .contains("by the survivor, executed 1 time")
                .containsPattern("shop +RUNNING +DB_INCREMENTAL_SYNC +0 binlogs +GOOD")
                .contains("WRITER_SIDE")
                .contains("it died within")
                .contains("restartStore '10.10.10.1-7100:p_orders_source-000-0:0000000001' is complete")
                .contains("pullBackFlag=true'")
                .contains("accepted, not verified")
                .contains("never start '10.10.10.1-9000:p_orders_source-000-0:0000000001' again")
                .containsPattern("replicas spread \\d -> [01], leaders spread \\d -> [01]")
                .contains("real replica number 1 does not match the configured replicanum 2")
                .contains("recoverData 'all databases' is complete")
                .contains("leads nothing")
                .containsPattern("postUpgrade '\\S+' is complete")
                .containsPattern("relationship REL\\w+ ACTIVE with did:e:")
                .contains("MESSAGE_RECEIVED, by morning-round")
                .contains("mail 'Your account'")
                .contains("FAIL it has another identity than the pinned one")
                .contains("DATABASE_DOWN")
                .containsPattern("shop +FAIL +health, database")
                .containsPattern("FAIL +health +database is unhealthy")
                .containsPattern("not run +disk +tell disks")
                .containsPattern("1\\. DONE delete EXPIRED_FILE FIL\\w+")
                .containsPattern("2\\. DONE delete EXPIRED_TEMPLATE RLT\\w+")
                .doesNotContain("tour-password")
                .doesNotContain("\u001b[");
    }

    @Test
    void aRealSyncerIsOnlyLookedAt() {
        try (CcrSimulator syncer = CcrSimulator.start()) {
            assertThat(tour("--ccr", syncer.url())).isZero();
            assertThat(text()).contains("read-only").contains("generation  G4").contains("no jobs");
            assertThat(syncer.journal().entries())
                    .extracting(entry -> entry.path())
                    .containsOnly("/version", "/view", "/features", "/list_jobs", "/job_progress");
        }
    }

    @Test
    void aWrongUrlEndsWithOneLineThatSaysWhy() {
        assertThat(tour("--ccr", "10.0.0.7:9190")).isEqualTo(1);
        assertThat(text()).hasLineCount(1).contains("http://");
    }

    @Test
    void anUnreachableSyncerEndsWithOneLineThatSaysWhy() {
        String url;
        try (CcrSimulator gone = CcrSimulator.start()) {
            url = gone.url();
        }
        assertThat(tour("--ccr", url)).isEqualTo(1);
        assertThat(text()).contains("not sent: connection refused");
    }

    @Test
    void anythingElseShowsTheUsage() {
        assertThat(tour("--help")).isEqualTo(2);
        assertThat(text()).contains("usage: Tour");
    }

    @Test
    void colourIsOnlyForTerminals() {
        new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), true).good("done");
        assertThat(text()).contains("\u001b[32m");
    }
}
