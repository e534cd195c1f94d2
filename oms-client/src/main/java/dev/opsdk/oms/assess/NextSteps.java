package dev.opsdk.oms.assess;

import java.util.ArrayList;
import java.util.List;

/** What operators do about a chain (contract 2.12), in words. */
final class NextSteps {
    private NextSteps() {}

    static List<String> of(StoreAssessment store, WriterAssessment writer, ChainAssessment.Side side, boolean near) {
        List<String> steps = new ArrayList<>();
        switch (side) {
            case NONE -> {}
            case WINDOW ->
                steps.addAll(List.of(
                        "do not restart the writer: it would fail",
                        "create a store that begins before the writer's position ("
                                + writer.position().map(Object::toString).orElse("unknown")
                                + "), if the source still has its logs; verify that it begins there and advances, then restart the"
                                + " writer and destroy the old store",
                        "raise store.clearer.outdated, so that the next stop may take longer"));
            case SOURCE_SIDE -> ofStore(store, steps);
            case WRITER_SIDE -> ofWriter(writer, steps);
            case UNKNOWN -> {
                if (store.verdict().is(Level.UNTRUSTWORTHY)) {
                    steps.add(
                            "touch nothing before the cluster manager sees again: check the metaDB's latency (dao-digest.log in"
                                    + " /home/admin/logs/cm/log), the clocks, and the heart_beat table");
                } else if (writer.verdict().is(Level.UNTRUSTWORTHY)) {
                    steps.add("see whether the writer's host lives (supervisorctl status, heartbeats), and read "
                            + Logs.of(writer.writer()));
                } else {
                    steps.add("look again; what could not be read is named above");
                }
            }
        }
        if (near) {
            steps.add("raise store.clearer.outdated before the store purges what the writer needs");
        }
        return steps;
    }

    private static void ofStore(StoreAssessment store, List<String> steps) {
        String logs = Logs.of(store.store());
        if (store.verdict().is(Level.ABNORMAL)) {
            steps.add("read error.details and " + logs + " and keep them: a restart deletes error.details");
            steps.add("restart the store: oms.store(\"" + store.store() + "\").procedures().restart(...)");
            steps.add(
                    "if its start point is gone at the source, create a store from an earlier time, then destroy this one and"
                            + " restart the writer");
        } else {
            steps.add(
                    "the store is late, so look at the source: its load, its logs, the network, an idle source's heartbeat; and at "
                            + logs);
            steps.add("leave the writer alone: it waits for the store");
        }
    }

    private static void ofWriter(WriterAssessment writer, List<String> steps) {
        if (writer.verdict().is(Level.STOPPED) || writer.verdict().is(Level.ABNORMAL)) {
            steps.add("read " + Logs.of(writer.writer()) + ", and " + Logs.ddl(writer.writer())
                    + " for a DDL that it stumbles over");
            steps.add(
                    "a DDL that blocks it is passed over with JDBCWriter.coordinatorFile.skipDdl; then restart the writer");
            steps.add("if its host is down, migrate it to another one");
        } else {
            steps.add("the store is on time, so look at the writer and its destination: " + Logs.of(writer.writer())
                    + ", locks and" + " slow statements at the destination, " + Logs.ddl(writer.writer()));
            steps.add(
                    "tune it: JDBCWriter.worker_num, JDBCWriter.tx_records_limit (less when it collects garbage for long),"
                            + " JDBCWriter.coordinatorFile.hotKeyMerge=true");
        }
    }
}
