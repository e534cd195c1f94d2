package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.StorageMode;
import dev.opsdk.openmldb.model.TableMode;

/**
 * One call that changes one partition. Roles change on the way, so whoever executes reads the state before each one.
 */
public sealed interface Action {
    /**
     * The partition.
     *
     * @return database, table, number
     */
    PartitionId partition();

    /**
     * The tablet that it is about.
     *
     * @return its name in this cluster; for {@link Migrate} where the replica goes
     */
    String endpoint();

    /**
     * Copies the partition to a tablet as a follower ({@code AddReplicaNS}).
     *
     * @param partition the partition
     * @param endpoint the tablet that gets it
     */
    record AddReplica(PartitionId partition, String endpoint) implements Action {
        @Override
        public String toString() {
            return "add replica of " + partition + " on " + endpoint;
        }
    }

    /**
     * Drops a follower ({@code DelReplicaNS}).
     *
     * @param partition the partition
     * @param endpoint the tablet that loses it
     */
    record DelReplica(PartitionId partition, String endpoint) implements Action {
        @Override
        public String toString() {
            return "drop replica of " + partition + " on " + endpoint;
        }
    }

    /**
     * Makes a follower the leader; the old one is not alive until {@link RecoverTable} ({@code ChangeLeader}).
     *
     * @param partition the partition
     * @param endpoint the follower, by name: {@code auto} would pile leaders up
     */
    record ChangeLeader(PartitionId partition, String endpoint) implements Action {
        @Override
        public String toString() {
            return "make " + endpoint + " leader of " + partition;
        }
    }

    /**
     * Makes a replica that is not alive an alive follower, or an alive leader if it is the only one ({@code RecoverTable}).
     *
     * @param partition the partition
     * @param endpoint where the replica is
     */
    record RecoverTable(PartitionId partition, String endpoint) implements Action {
        @Override
        public String toString() {
            return "recover " + partition + " on " + endpoint;
        }
    }

    /**
     * Moves a follower ({@code Migrate}).
     *
     * @param partition the partition
     * @param from the tablet that loses it
     * @param endpoint the tablet that gets it
     */
    record Migrate(PartitionId partition, String from, String endpoint) implements Action {
        @Override
        public String toString() {
            return "migrate " + partition + " from " + from + " to " + endpoint;
        }
    }

    /**
     * Makes a tablet load what it has on disk ({@code TabletServer.LoadTable}, sent to the tablet's real address).
     *
     * @param partition the partition
     * @param endpoint the tablet
     * @param tid the table's number
     * @param mode the role; without it the tablet takes the one on its disk, which may be outdated
     * @param storage the table's storage mode; with a wrong one the tablet refuses or writes wrong metadata
     */
    record LoadTable(PartitionId partition, String endpoint, long tid, TableMode mode, StorageMode storage)
            implements Action {
        @Override
        public String toString() {
            return "load " + partition + " on " + endpoint + " as " + mode + ", " + storage;
        }
    }

    /**
     * Tells the nameserver whether to count on a replica ({@code UpdateTableAliveStatus}, at once, without an op).
     *
     * @param partition the partition
     * @param endpoint where the replica is
     * @param alive whether to count on it
     */
    record SetAlive(PartitionId partition, String endpoint, boolean alive) implements Action {
        @Override
        public String toString() {
            return "mark " + partition + " on " + endpoint + (alive ? " alive" : " not alive");
        }
    }
}
