package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.PartitionId;
import java.util.List;

/** What is done to one partition to bring a replica or the leadership elsewhere. */
public sealed interface Move {
    /**
     * The partition.
     *
     * @return database, table, number
     */
    PartitionId partition();

    /**
     * The tablet that loses a replica or the leadership.
     *
     * @return its name in this cluster
     */
    String from();

    /**
     * The tablet that gets it.
     *
     * @return its name in this cluster
     */
    String to();

    /**
     * How much is copied.
     *
     * @return bytes as last reported, 0 when nothing is copied or nothing was reported
     */
    long bytes();

    /**
     * The calls, in order, each to be finished before the next.
     *
     * @return at least one
     */
    List<Action> actions();

    /**
     * A follower moves.
     *
     * @param partition the partition
     * @param from the tablet that loses it
     * @param to the tablet that gets it
     * @param bytes how much is copied
     */
    record MoveReplica(PartitionId partition, String from, String to, long bytes) implements Move {
        @Override
        public List<Action> actions() {
            return List.of(new Action.Migrate(partition, from, to));
        }

        @Override
        public String toString() {
            return "move follower of " + partition + " from " + from + " to " + to;
        }
    }

    /**
     * A leader hands over to a follower, and moves as a follower.
     *
     * @param partition the partition
     * @param from the tablet that loses the leader
     * @param successor the tablet whose follower leads afterwards
     * @param to the tablet that gets a follower
     * @param bytes how much is copied
     */
    record MoveLeader(PartitionId partition, String from, String successor, String to, long bytes) implements Move {
        @Override
        public List<Action> actions() {
            return List.of(
                    new Action.ChangeLeader(partition, successor),
                    new Action.RecoverTable(partition, from),
                    new Action.Migrate(partition, from, to));
        }

        @Override
        public String toString() {
            return "move leader of " + partition + " from " + from + " to " + to + ", " + successor + " leads then";
        }
    }

    /**
     * A leader that no follower can replace is copied; the copy leads, the old one is dropped.
     *
     * @param partition the partition
     * @param from the tablet that loses the leader
     * @param to the tablet that gets it
     * @param bytes how much is copied
     */
    record MoveByCopy(PartitionId partition, String from, String to, long bytes) implements Move {
        @Override
        public List<Action> actions() {
            return List.of(
                    new Action.AddReplica(partition, to),
                    new Action.ChangeLeader(partition, to),
                    new Action.RecoverTable(partition, from),
                    new Action.DelReplica(partition, from));
        }

        @Override
        public String toString() {
            return "move leader of " + partition + " from " + from + " to " + to + " by a copy";
        }
    }

    /**
     * A leader hands over to a follower; no data moves.
     *
     * @param partition the partition
     * @param from who leads
     * @param to who leads then
     */
    record TransferLeader(PartitionId partition, String from, String to) implements Move {
        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public List<Action> actions() {
            return List.of(new Action.ChangeLeader(partition, to), new Action.RecoverTable(partition, from));
        }

        @Override
        public String toString() {
            return "hand leadership of " + partition + " from " + from + " to " + to;
        }
    }
}
