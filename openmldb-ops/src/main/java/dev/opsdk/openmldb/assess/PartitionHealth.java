package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.Replica;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.TablePartition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a partition is: by the nameserver, by the tablets where they were asked, and by its leader's followers where they were read.
 *
 * @param partition the partition
 * @param ailments what is wrong with it, of the whole first, then in the order of its replicas
 */
public record PartitionHealth(PartitionId partition, List<Ailment> ailments) {
    /** Keeps a copy. */
    public PartitionHealth {
        ailments = List.copyOf(ailments);
    }

    /**
     * Judges a partition.
     *
     * @param snapshot what was read
     * @param table its table
     * @param partition the partition
     * @return how it is
     */
    public static PartitionHealth of(ClusterSnapshot snapshot, TableInfo table, TablePartition partition) {
        PartitionId id = new PartitionId(table.db(), table.name(), partition.pid());
        List<Ailment> ailments = new ArrayList<>();
        long leading = partition.replicas().stream().filter(Replica::leads).count();
        if (leading == 0) {
            ailments.add(new Ailment(Ailment.Kind.NO_LEADER, "", "no replica is marked as leader and alive"));
        } else if (leading > 1) {
            ailments.add(new Ailment(Ailment.Kind.SEVERAL_LEADERS, "", leading + " replicas lead"));
        }
        Optional<FollowersAnswer> answer = snapshot.followers(id);
        answer.flatMap(FollowersAnswer::failure)
                .ifPresent(message -> ailments.add(new Ailment(
                        Ailment.Kind.FOLLOWERS_UNKNOWN,
                        partition.leader().map(Replica::endpoint).orElse(""),
                        "the leader does not say whom it feeds: " + message)));
        for (Replica replica : partition.replicas()) {
            look(Seen.of(snapshot, table, partition.pid(), replica), ailments);
            if (replica.follows()
                    && answer.flatMap(FollowersAnswer::followers).isPresent()
                    && answer.get().follower(replica.endpoint()).isEmpty()) {
                ailments.add(new Ailment(
                        Ailment.Kind.NOT_CONNECTED,
                        replica.endpoint(),
                        "is not among the followers that the leader feeds"));
            }
        }
        return new PartitionHealth(id, ailments);
    }

    private static void look(Seen seen, List<Ailment> ailments) {
        String endpoint = seen.endpoint();
        if (!seen.replica().alive()) {
            ailments.add(new Ailment(Ailment.Kind.NOT_ALIVE, endpoint, "the nameserver does not count on it"));
        }
        if (!seen.up()) {
            ailments.add(new Ailment(Ailment.Kind.TABLET_AWAY, endpoint, seen.whyAway()));
        } else if (!seen.known()) {
            ailments.add(
                    new Ailment(Ailment.Kind.NOT_ASKED, endpoint, seen.unasked().orElse("")));
        } else if (!seen.holds()) {
            ailments.add(new Ailment(Ailment.Kind.NOT_HELD, endpoint, "its tablet does not hold it"));
        } else {
            if (!seen.roleAgrees()) {
                ailments.add(new Ailment(
                        Ailment.Kind.ROLE_DISAGREES,
                        endpoint,
                        "the nameserver has it as " + (seen.replica().markedLeader() ? "leader" : "follower")
                                + ", its tablet does not"));
            }
            if (!seen.serves()) {
                ailments.add(new Ailment(Ailment.Kind.NOT_SERVING, endpoint, "its tablet's state is " + seen.state()));
            }
        }
    }

    /**
     * Whether it is well.
     *
     * @return true if nothing is wrong
     */
    public boolean healthy() {
        return ailments.isEmpty();
    }

    /**
     * Whether something is wrong anywhere.
     *
     * @param kind what
     * @return true if it is
     */
    public boolean has(Ailment.Kind kind) {
        return ailments.stream().anyMatch(ailment -> ailment.kind() == kind);
    }

    /**
     * Whether something is wrong at one place.
     *
     * @param kind what
     * @param endpoint where; empty for the partition as a whole
     * @return true if it is
     */
    public boolean has(Ailment.Kind kind, String endpoint) {
        return ailments.stream()
                .anyMatch(
                        ailment -> ailment.kind() == kind && ailment.endpoint().equals(endpoint));
    }

    @Override
    public String toString() {
        return partition + (healthy() ? " is well" : " " + ailments);
    }
}
