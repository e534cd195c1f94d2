package dev.opsdk.simulator;

import java.util.List;

/** A simulator in words, for those who look for the reason why a test failed. */
final class SimReport {

    private static final int LATEST = 30;

    private SimReport() {}

    static String of(Simulator simulator) {
        StringBuilder text = new StringBuilder(256).append(simulator);
        for (SimNode node : simulator.nodes()) {
            if (!node.isUp()) {
                text.append("\n  down: ").append(node.url());
            }
            node.pendingFaults()
                    .forEach(fault -> text.append("\n  still waits at ")
                            .append(node.url())
                            .append(": ")
                            .append(fault));
        }
        List<Journal.Entry> all = simulator.journal().entries();
        int left = Math.max(0, all.size() - LATEST);
        if (left > 0) {
            text.append("\n  ... ").append(left).append(" earlier requests");
        }
        all.subList(left, all.size()).forEach(entry -> text.append("\n  ").append(entry));
        return text.toString();
    }
}
