package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.TimeSource;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.model.HeldPartition;
import dev.opsdk.openmldb.model.Op;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.TablePartition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One partition, read anew at every look: roles change with every move of any of its replicas. */
final class PartitionView {
    private final OpenMldbOps client;
    private final PartitionId id;

    PartitionView(OpenMldbOps client, PartitionId id) {
        this.client = client;
        this.id = id;
    }

    PartitionId id() {
        return id;
    }

    OpenMldbOps client() {
        return client;
    }

    TimeSource time() {
        return client.timeSource();
    }

    Duration pollEvery() {
        return client.pollEvery();
    }

    Optional<TableInfo> table() {
        return client.nameServer().table(id.db(), id.table());
    }

    Optional<TablePartition> read() {
        return table().flatMap(table -> table.partition(id.pid()));
    }

    List<Op> ops() {
        return client.nameServer().ops(id);
    }

    /** What the tablet itself says; the nameserver may believe more than is there. */
    Optional<HeldPartition> held(String endpoint) {
        return table().flatMap(table -> table.tid().isPresent()
                ? client.tablet(endpoint).partition(table.tid().getAsLong(), id.pid())
                : Optional.empty());
    }
}
