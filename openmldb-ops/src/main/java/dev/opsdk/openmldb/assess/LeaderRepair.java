package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.TableMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Decides who leads an ill partition, and what makes it lead. A tablet that lost its disk loads an empty table, and its followers would
 * be made equal to that; so a follower that has the data leads where there is one, and only else the leader's tablet loads.
 */
final class LeaderRepair {
    private static final TableMode LEADER = TableMode.of("kTableLeader");

    private final TableInfo table;
    private final PartitionId id;
    private final List<Seen> replicas;
    private final boolean promoteFollowers;
    private final ToIntFunction<String> leadersOn;

    final List<Action> actions = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    /** Who leads afterwards; empty if nobody will. */
    Optional<Seen> leader = Optional.empty();

    /** Who led until now, if another one leads afterwards; the nameserver does not count on it then. */
    Optional<Seen> demoted = Optional.empty();

    Optional<Unrepairable> hopeless = Optional.empty();

    LeaderRepair(
            TableInfo table,
            PartitionId id,
            List<Seen> replicas,
            boolean promoteFollowers,
            ToIntFunction<String> leadersOn) {
        this.table = table;
        this.id = id;
        this.replicas = replicas;
        this.promoteFollowers = promoteFollowers;
        this.leadersOn = leadersOn;
    }

    LeaderRepair decide() {
        Optional<Seen> marked = choose();
        if (marked.isEmpty()) {
            promote("no replica is marked as leader", "promote a follower", "");
        } else if (!marked.get().up()) {
            promote(
                    "the leader's tablet is away: " + marked.get().whyAway(),
                    "start the tablet and recover again, or let a follower lead",
                    marked.get().endpoint());
        } else if (!marked.get().known()) {
            giveUp(
                    marked.get().endpoint(),
                    "it is not known what the leader's tablet holds: "
                            + marked.get().unasked().orElse(""),
                    "see why the tablet does not answer, and recover again");
        } else if (!marked.get().holds()) {
            loadOrHandOver(marked.get());
        } else {
            keep(marked.get());
        }
        return this;
    }

    private Optional<Seen> choose() {
        Comparator<Seen> byOffset = Comparator.comparingLong(Seen::offset);
        Comparator<Seen> holding = Comparator.comparing(seen -> seen.up() && seen.holds());
        Optional<Seen> alive = replicas.stream()
                .filter(seen -> seen.replica().leads())
                .max(holding.thenComparing(seen -> seen.holds() && seen.roleAgrees())
                        .thenComparing(byOffset));
        return alive.isPresent()
                ? alive
                : replicas.stream()
                        .filter(seen -> seen.replica().markedLeader())
                        .max(holding.thenComparing(byOffset));
    }

    /** The follower that is furthest, of several the one whose tablet leads least. */
    private Optional<Seen> follower(long atLeast) {
        return replicas.stream()
                .filter(seen -> seen.couldLead() && seen.offset() >= atLeast)
                .max(Comparator.comparingLong(Seen::offset)
                        .thenComparing(Comparator.<Seen>comparingInt(seen -> leadersOn.applyAsInt(seen.endpoint()))
                                .reversed()));
    }

    private void promote(String reason, String advice, String endpoint) {
        Optional<Seen> next = promoteFollowers ? follower(Long.MIN_VALUE) : Optional.empty();
        if (next.isEmpty()) {
            giveUp(
                    endpoint,
                    reason + (promoteFollowers ? ", and no alive follower serves on a healthy tablet" : ""),
                    promoteFollowers ? "start the tablet and recover again" : advice);
            return;
        }
        replicas.stream()
                .filter(seen -> seen.endpoint().equals(endpoint))
                .findFirst()
                .ifPresent(old -> warnOfLag(old.reportedOffset(), next.get()));
        changeTo(next.get());
    }

    private void loadOrHandOver(Seen marked) {
        Optional<Seen> better = follower(marked.reportedOffset());
        if (better.isPresent()) {
            changeTo(better.get());
            return;
        }
        follower(Long.MIN_VALUE)
                .ifPresent(behind -> findings.add(Finding.warn(
                        id,
                        marked.endpoint() + " loads what its disk has, for it was at " + marked.reportedOffset()
                                + " and the best follower, " + behind.endpoint() + ", only is at " + behind.offset()
                                + "; if " + marked.endpoint()
                                + " lost its disk, stop here and make the follower leader by hand")));
        actions.add(
                new Action.LoadTable(id, marked.endpoint(), table.tid().orElseThrow(), LEADER, table.storageMode()));
        revive(marked);
    }

    private void keep(Seen marked) {
        if (!marked.roleAgrees()) {
            // the tablet follows whom the nameserver has as leader; no call turns it round, another replica has to lead
            Optional<Seen> other = follower(Long.MIN_VALUE);
            if (other.isEmpty()) {
                giveUp(
                        marked.endpoint(),
                        "the nameserver has it as leader, its tablet as follower, and no other replica can lead",
                        "restart the tablet, and recover again");
                return;
            }
            warnOfLag(marked.offset(), other.get());
            changeTo(other.get());
        } else if (!marked.serves()) {
            giveUp(
                    marked.endpoint(),
                    "the leader's tablet does not serve it yet (" + marked.state() + ")",
                    "wait until it does, and recover again");
        } else if (emptied(marked)) {
            giveUp(
                    marked.endpoint(),
                    "the leader is EMPTY (at 0) and " + furthest().endpoint() + " is at "
                            + furthest().offset() + ": recovering would empty that too",
                    "if the data is wanted: mark it alive there (UpdateTableAliveStatus), changeLeader(\""
                            + furthest().endpoint() + "\"), and recover again; if not, drop that replica");
        } else {
            revive(marked);
        }
    }

    /** It came back without its disk. Followers are made equal to their leader, so nothing may follow it. */
    private boolean emptied(Seen marked) {
        return marked.offset() == 0 && furthest().offset() > 0;
    }

    private Seen furthest() {
        return replicas.stream().max(Comparator.comparingLong(Seen::offset)).orElseThrow();
    }

    private void revive(Seen marked) {
        if (!marked.replica().alive()) {
            actions.add(new Action.SetAlive(id, marked.endpoint(), true));
        }
        leader = Optional.of(marked);
    }

    private void changeTo(Seen next) {
        demoted = choose();
        actions.add(new Action.ChangeLeader(id, next.endpoint()));
        leader = Optional.of(next);
    }

    private void warnOfLag(long offset, Seen next) {
        if (next.offset() < offset) {
            findings.add(Finding.warn(
                    id,
                    next.endpoint() + " becomes leader at " + next.offset() + ", the leader was at " + offset + ": "
                            + (offset - next.offset()) + " entries are lost"));
        }
    }

    private void giveUp(String endpoint, String reason, String advice) {
        hopeless = Optional.of(new Unrepairable(id, endpoint, reason, advice));
    }
}
