package dev.opsdk.examples.cheatsheet;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.ccr.model.SkipBinlog;
import dev.opsdk.core.TimeSource;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.ccr.CcrSimulator;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CcrSheetTest {
    @Test
    void everyLineRuns() throws Exception {
        try (CcrSimulator sim = CcrSimulator.start();
                CcrClient ccr = CcrClient.builder()
                        .syncers(sim.url())
                        .timeSource(TimeSource.simulated(sim.clock()::now, sim::advance))
                        .build()) {
            sim.source().database("shop").tables("orders");
            sim.source().frontendHosts("172.168.1.1");
            create(ccr);
            sim.advance(Duration.ofMinutes(2));
            read(ccr);
            change(ccr);
            sim.job("job_name").failAt(sim.source().write("shop", 5) - 2);
            sim.advance(Duration.ofMinutes(1));
            repair(ccr);
            remove(ccr);
            Sheet.of("ccr-client")
                    .isWhatThisTestRuns(CcrSheetTest.class)
                    .askedFor(sim.journal().entries().stream()
                            .map(Journal.Entry::path)
                            .toList());
        }
    }

    private static void create(CcrClient ccr) {
        // the sheet begins
        ccr.jobs()
                .create(CreateJob.database(
                        "job_name",
                        src -> src.host("127.0.0.1")
                                .port(9030)
                                .thriftPort(9020)
                                .user("root")
                                .password("")
                                .database("shop")
                                .mapHost("172.168.1.1", "10.0.10.1"),
                        dest -> dest.host("127.0.0.1")
                                .port(9030)
                                .thriftPort(9020)
                                .user("root")
                                .password("")
                                .database("shop_dr")));
        // the sheet ends
    }

    private static void read(CcrClient ccr) {
        // the sheet begins
        ccr.version();
        ccr.job("job_name").lag();
        ccr.jobs().list();
        ccr.job("job_name").detail();
        ccr.job("job_name").progress();
        ccr.job("job_name").status();
        ccr.job("job_name").snapshot();
        ccr.jobs().snapshots();
        ccr.syncers().get(0).metrics().job("job_name");
        // the sheet ends
    }

    private static void change(CcrClient ccr) {
        // the sheet begins
        ccr.job("job_name").pause();
        ccr.job("job_name").procedures().pauseAndConfirm().run();
        ccr.job("job_name").resume();
        ccr.job("job_name").procedures().resumeAndConfirm().run();
        ccr.job("job_name")
                .updateHostMapping(m -> m.mapSource("172.168.1.1", "10.0.10.1").unmapSource("172.168.1.5"));
        // the sheet ends
    }

    private static void repair(CcrClient ccr) {
        // the sheet begins
        ccr.job("job_name").procedures().recoverStalled();
        ccr.job("job_name").skipBinlog(SkipBinlog.silence(1001));
        ccr.job("job_name").skipBinlog(SkipBinlog.fullSync());
        // the sheet ends
    }

    private static void remove(CcrClient ccr) {
        // the sheet begins
        ccr.job("job_name").delete();
        // the sheet ends
    }
}
