package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.TableInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans how a tablet gets its leaders back after it was upgraded, and how replicas that stood in for it go. */
public final class PostUpgradePlanner {
    private final ClusterSnapshot snapshot;
    private final String endpoint;
    private final Layout layout;
    private final Map<PartitionId, Shard> shards = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private PostUpgradePlanner(ClusterSnapshot snapshot, String endpoint) {
        this.snapshot = snapshot;
        this.endpoint = endpoint;
        this.layout = new Layout(snapshot, Scope.everything());
        layout.shards().forEach(shard -> shards.put(shard.id, shard));
    }

    /**
     * Plans. Leadership returns only to a replica that is alive, held and served; a replica that was added goes only after that.
     *
     * @param snapshot what was read, with what the tablet holds
     * @param endpoint the tablet that was upgraded
     * @param lines the stat file's lines; those of other tablets are left out
     * @return a step a line
     */
    public static PostUpgradePlan plan(ClusterSnapshot snapshot, String endpoint, List<StatLine> lines) {
        return new PostUpgradePlanner(snapshot, endpoint).plan(lines);
    }

    private PostUpgradePlan plan(List<StatLine> lines) {
        Distribution before = layout.distribution();
        if (!snapshot.tablets().containsKey(endpoint)) {
            findings.add(Finding.block(endpoint, snapshot.unknown() + "; start it first"));
        } else if (!snapshot.healthy(endpoint)) {
            findings.add(Finding.block(endpoint, "is not healthy; start it first"));
        }
        List<PostUpgradeStep> steps = new ArrayList<>();
        for (StatLine line : lines) {
            if (line.endpoint().equals(endpoint)) {
                steps.add(step(line));
            }
        }
        long toDo = steps.stream()
                .filter(step -> step.state() == PostUpgradeStep.State.TO_DO)
                .count();
        findings.add(Finding.ok(endpoint, steps.size() + " lines, of which " + toDo + " are to be done"));
        steps.stream()
                .filter(step -> step.state() == PostUpgradeStep.State.NOT_YET)
                .forEach(step -> findings.add(Finding.warn(step.line().partition(), step.reason())));
        LeaderChangeRisk.of(steps.stream().map(PostUpgradeStep::actions).toList())
                .ifPresent(findings::add);
        return new PostUpgradePlan(steps, findings, before, layout.distribution());
    }

    private PostUpgradeStep step(StatLine line) {
        Optional<TableInfo> table = snapshot.table(line.db(), line.table());
        if (table.isEmpty()) {
            return missing(line, line.db().isEmpty() ? line.table() : line.db() + "." + line.table());
        }
        if (table.get().tid().isPresent() && table.get().tid().getAsLong() != line.tid()) {
            return done(
                    line,
                    "the table was made anew; its number was " + line.tid() + " and is "
                            + table.get().tid().getAsLong());
        }
        Shard shard = shards.get(line.partition());
        if (shard == null) {
            return missing(line, line.partition().toString());
        }
        Copy own = replicaOn(shard, endpoint).orElse(null);
        String obstacle = obstacle(table.get(), shard, own);
        if (own == null || !obstacle.isEmpty()) {
            return new PostUpgradeStep(line, PostUpgradeStep.State.NOT_YET, obstacle, List.of());
        }
        Optional<Copy> added = line.added().flatMap(name -> replicaOn(shard, name));
        if (added.filter(copy -> !layout.healthy(copy.tablet)).isPresent()) {
            return new PostUpgradeStep(
                    line,
                    PostUpgradeStep.State.NOT_YET,
                    "the replica that was added cannot be dropped, because its tablet "
                            + line.added().orElse("") + " is not healthy",
                    List.of());
        }
        return settle(line, shard, own, added);
    }

    private String obstacle(TableInfo table, Shard shard, @Nullable Copy own) {
        if (own == null) {
            return "the nameserver knows no replica of it on " + endpoint;
        }
        Optional<Seen> seen = snapshot.partition(shard.id)
                .flatMap(partition -> partition.on(endpoint))
                .map(replica -> Seen.of(snapshot, table, shard.id.pid(), replica));
        if (seen.isPresent() && !seen.get().known()) {
            return "it is not known whether " + endpoint + " holds it: "
                    + seen.get().unasked().orElse("");
        }
        return own.flaw.isEmpty() ? shard.trouble : "on " + endpoint + ": " + own.flaw;
    }

    private PostUpgradeStep settle(StatLine line, Shard shard, Copy own, Optional<Copy> standIn) {
        List<Action> actions = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        Copy leader = shard.leader();
        List<Copy> toRecover = new ArrayList<>();
        for (Copy copy : shard.copies) {
            if (copy.marked && copy != own && (copy.alive || layout.healthy(copy.tablet))) {
                toRecover.add(copy);
            }
        }
        if (leader != null && leader != own) {
            long lag = leader.offset - own.offset;
            if (lag > 0) {
                findings.add(Finding.warn(
                        shard.id,
                        endpoint + " is " + lag + " behind (at " + own.offset + ", the leader at " + leader.offset
                                + "); it has to catch up first, or the rest is lost"));
            }
            actions.add(new Action.ChangeLeader(shard.id, endpoint));
            reasons.add(layout.name(leader.tablet) + " leads");
            layout.promote(own);
        }
        for (Copy former : toRecover) {
            actions.add(new Action.RecoverTable(shard.id, layout.name(former.tablet)));
            if (former != leader) {
                reasons.add(layout.name(former.tablet) + " led before and was not recovered");
            }
            layout.setRole(former, false, true);
        }
        standIn.ifPresent(added -> {
            actions.add(new Action.DelReplica(shard.id, layout.name(added.tablet)));
            reasons.add("the replica on " + layout.name(added.tablet) + " was added for the time being");
            layout.drop(added);
        });
        return actions.isEmpty()
                ? done(line, endpoint + " leads")
                : new PostUpgradeStep(line, PostUpgradeStep.State.TO_DO, String.join("; ", reasons), actions);
    }

    private Optional<Copy> replicaOn(Shard shard, String tablet) {
        return shard.copies.stream()
                .filter(copy -> layout.name(copy.tablet).equals(tablet))
                .findFirst();
    }

    /** A slip of the pen, or dropped meanwhile: only a person knows, and a line that goes is gone. */
    private static PostUpgradeStep missing(StatLine line, String what) {
        return new PostUpgradeStep(
                line,
                PostUpgradeStep.State.NOT_YET,
                what + " does not exist; if it was dropped meanwhile, delete the line by hand",
                List.of());
    }

    private static PostUpgradeStep done(StatLine line, String reason) {
        return new PostUpgradeStep(line, PostUpgradeStep.State.DONE, reason, List.of());
    }
}
