package dev.opsdk.openmldb.assess;

import java.util.ArrayList;
import java.util.List;

/** Plans how all healthy tablets, empty ones included, get an even share. */
public final class ScaleOutPlanner {
    private ScaleOutPlanner() {}

    /**
     * Plans. Moves are such that the server does not refuse them; what it would refuse stays and is listed. The same snapshot always gives
     * the same plan.
     *
     * @param snapshot what was read
     * @param options how to balance
     * @return moves of replicas first, then of leadership
     */
    public static MovePlan plan(ClusterSnapshot snapshot, ScaleOutOptions options) {
        Layout layout = new Layout(snapshot, options.scope());
        Distribution before = layout.distribution();
        List<Unmovable> unmovable = unmovable(layout);
        List<Finding> findings = new ArrayList<>();
        List<String> healthy = snapshot.healthyTablets();
        if (healthy.isEmpty()) {
            findings.add(Finding.block("scale-out", "no tablet is healthy"));
            return new MovePlan(List.of(), findings, unmovable, before, before);
        }
        findings.addAll(lookAtTablets(snapshot));
        Relocation relocation = new Relocation(layout);
        if (options.measure() == ScaleOutOptions.Measure.BYTES) {
            new ByteBalancer(layout, relocation).run();
        } else {
            new ReplicaBalancer(layout, relocation).run();
        }
        List<Move> moves = new ArrayList<>(relocation.moves());
        if (options.leaders()) {
            moves.addAll(new LeaderBalancer(layout).run());
        }
        LeaderChangeRisk.of(moves.stream().map(Move::actions).toList()).ifPresent(findings::add);
        Distribution expected = layout.distribution();
        findings.add(judge(options, expected, unmovable.size()));
        return new MovePlan(moves, findings, unmovable, before, expected);
    }

    private static List<Finding> lookAtTablets(ClusterSnapshot snapshot) {
        List<Finding> findings = new ArrayList<>();
        snapshot.tablets().values().stream()
                .filter(tablet -> !tablet.healthy())
                .forEach(tablet -> findings.add(
                        Finding.warn(tablet.endpoint(), "is not healthy; nothing is moved from it or to it")));
        snapshot.missingTablets()
                .forEach(endpoint -> findings.add(
                        Finding.warn(endpoint, "holds replicas by the tables, but the nameserver does not list it")));
        return findings;
    }

    private static List<Unmovable> unmovable(Layout layout) {
        List<Unmovable> unmovable = new ArrayList<>();
        for (Shard shard : layout.shards()) {
            for (Copy copy : shard.copies) {
                String obstacle = shard.inScope ? shard.obstacle(copy) : "";
                if (!obstacle.isEmpty()) {
                    unmovable.add(new Unmovable(shard.id, layout.name(copy.tablet), obstacle));
                }
            }
        }
        return unmovable;
    }

    private static Finding judge(ScaleOutOptions options, Distribution expected, int unmovable) {
        if (options.measure() == ScaleOutOptions.Measure.BYTES) {
            return Finding.ok("scale-out", "bytes a tablet will differ by " + expected.byteSpread());
        }
        String result = "replicas a tablet will differ by " + expected.spread();
        return expected.spread() <= 1
                ? Finding.ok("scale-out", result)
                : Finding.warn("scale-out", result + ", because " + unmovable + " replicas cannot be moved");
    }
}
