package dev.opsdk.examples.cheatsheet;

import dev.opsdk.core.TimeSource;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.model.CheckerType;
import dev.opsdk.oms.model.PullBack;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.oms.OmsChain;
import dev.opsdk.simulator.oms.OmsGeneration;
import dev.opsdk.simulator.oms.OmsSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmsSheetTest {
    private static final String IP = "10.10.10.2";

    @Test
    void everyLineRuns(@TempDir Path dir) throws Exception {
        try (OmsSimulator sim = OmsSimulator.builder()
                        .generation(OmsGeneration.GEN1)
                        .hosts("10.10.10.1", IP)
                        .start();
                OmsClient oms = OmsClient.builder()
                        .url(sim.url())
                        .timeSource(TimeSource.simulated(sim.clock()::now, sim::advance))
                        .build()) {
            OmsChain orders = sim.chain("p_orders");
            OmsChain stock = sim.chain("p_stock");
            sim.addChecker("90215", "migrate");
            sim.advance(Duration.ofHours(1));
            connector(oms, orders);
            connectorMoves(oms, stock.connector().name(), IP);
            writer(oms, orders.writer().name());
            writerMoves(oms, stock.writer().name(), IP);
            oms.writer(orders.writer().name()).stop();
            writerIsRemoved(oms, orders.writer().name());
            checker(oms, "90215");
            store(oms, orders.store().name());
            oms.store(orders.store().name()).clear();
            storeIsRemoved(oms, orders.store().name());
            where(Files.writeString(dir.resolve("drc.properties"), "cm.url=" + sim.url() + "\n"));
            Sheet.of("oms-client")
                    .isWhatThisTestRuns(OmsSheetTest.class)
                    .askedFor(sim.journal().entries().stream()
                            .map(Journal.Entry::path)
                            .toList());
        }
    }

    private static void connector(OmsClient oms, OmsChain chain) {
        String name = chain.connector().name();
        String store = chain.store().name();
        String subTopic = chain.store().subTopic();
        Instant time = chain.store().end().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);
        // the sheet begins
        oms.connector(name).stop();
        oms.connector(name).update(u -> u.source("key", "value"));
        oms.connector(name)
                .update(u -> u.jvm(j -> j.initialHeap("4g").maxHeap("6g").youngGeneration("2g")));
        oms.connector(name).start();
        oms.connector(name)
                .procedures()
                .pullBack(PullBack.to(subTopic, time), o -> o.readingFrom(store))
                .run();
        // the sheet ends
    }

    private static void connectorMoves(OmsClient oms, String name, String ip) {
        // the sheet begins
        oms.connector(name).procedures().migrate(ip, o -> o).run();
        // the sheet ends
    }

    private static void writer(OmsClient oms, String writer) {
        // the sheet begins
        oms.writer(writer).detail();
        oms.writer(writer).stop();
        oms.writer(writer).start();
        oms.writer(writer)
                .procedures()
                .update(u -> u.set("worker_num", "8"), o -> o)
                .plan()
                .run();
        // the sheet ends
    }

    private static void writerMoves(OmsClient oms, String writer, String ip) {
        // the sheet begins
        oms.writer(writer).procedures().migrate(ip, m -> m).run();
        // the sheet ends
    }

    private static void writerIsRemoved(OmsClient oms, String writer) {
        // the sheet begins
        oms.writer(writer).procedures().clean(true).confirm(writer).run();
        // the sheet ends
    }

    private static void checker(OmsClient oms, String taskId) {
        // the sheet begins
        oms.checker(taskId).start(CheckerType.MIGRATE);
        oms.checker(taskId).update(u -> u.diffLimit(100_000));
        oms.checker(taskId).stop(CheckerType.MIGRATE);
        // the sheet ends
    }

    private static void store(OmsClient oms, String store) {
        // the sheet begins
        oms.store(store).detail();
        oms.store(store).clear();
        oms.store(store).restore();
        // the sheet ends
    }

    private static void storeIsRemoved(OmsClient oms, String store) {
        // the sheet begins
        oms.store(store)
                .procedures()
                .destroy(o -> o.allowingLast())
                .confirm(store)
                .run();
        // the sheet ends
    }

    private static void where(Path drcProperties) {
        // the sheet begins
        OmsClient.fromDrcProperties(drcProperties);
        // the sheet ends
    }
}
