package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.JsonException;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /create_ccr}: a long row of checks in a fixed order, then a job that belongs to the node that was asked. */
final class CreateRoute {

    private final World world;
    private final NodeMemory node;

    CreateRoute(World world, NodeMemory node) {
        this.world = world;
        this.node = node;
    }

    SimResponse serve(SimRequest request) throws InterruptedException {
        GoStruct body;
        JobRow row;
        try {
            body = GoStruct.decode(request.body(), "CreateCcrRequest");
            row = new JobRow(
                    body.string("name"),
                    new Spec(body.nested("src", "Spec")),
                    new Spec(body.nested("dest", "Spec")),
                    body.bool("skip_error"),
                    body.bool("reuse_binlog_label"));
            body.bool("allow_table_exists");
            body.number("replication_num");
            body.check();
        } catch (JsonException e) {
            return Replies.error(400, e.text() + "\n");
        }
        node.manager.writeLock().lockInterruptibly();
        try {
            awaitClusters();
            synchronized (world) {
                return refusal(row, body).map(Replies::refused).orElseGet(() -> create(row));
            }
        } finally {
            node.manager.writeLock().unlock();
        }
    }

    private void awaitClusters() throws InterruptedException {
        node.waitingForSql.incrementAndGet();
        try {
            world.source.awaitQueries();
            world.destination.awaitQueries();
        } finally {
            node.waitingForSql.decrementAndGet();
        }
    }

    private SimResponse create(JobRow row) {
        long now = world.now().getEpochSecond();
        row.src.databaseId = world.source.database(row.src.database).id();
        row.dest.databaseId = world.destination.database(row.dest.database).id();
        if (row.tableSync()) {
            row.src.tableId =
                    world.source.database(row.src.database).table(row.src.table).id();
        }
        discover(world.source, row.src);
        discover(world.destination, row.dest);
        row.owner = node.index;
        row.progress.jobName = row.name;
        row.progress.createdAt = now;
        row.progress.syncId = now;
        row.progress.subState = Progress.BEGIN_CREATE_SNAPSHOT;
        String reason = "new job, job: " + row.name + ", sync type: " + row.syncType();
        new JobStep(world).startFullSync(row, world.now(), reason);
        LiveJob live = new LiveJob(row, world.now().plus(CcrSettings.STEP));
        world.rows.put(row.name, row);
        node.jobs.put(row.name, live);
        node.metricNames.add(row.name);
        return Replies.ok();
    }

    /** What the request brought stays, what is found is added: sent frontends are there twice. */
    private static void discover(SimCluster cluster, Spec spec) {
        boolean master = true;
        for (String host : cluster.frontendHostsFor(spec)) {
            String seen = spec.hostMapping.getOrDefault(host, host);
            spec.frontends.add(new Spec.Frontend(seen, spec.port, spec.thriftPort, master));
            master = false;
        }
    }

    private Optional<String> refusal(JobRow row, GoStruct body) {
        return invalid(row, body)
                .or(() -> unknownToProcess(row))
                .or(() -> unreachable(world.source, row.src))
                .or(() -> unreachable(world.destination, row.dest))
                .or(() -> unmapped(world.source, row.src))
                .or(() -> unmapped(world.destination, row.dest))
                .or(() -> binlogSwitchedOff(world.source, row.src))
                .or(() -> binlogSwitchedOff(world.destination, row.dest))
                .or(() -> replicas(body))
                .or(() -> source(row))
                .or(() -> destination(row, body.bool("allow_table_exists")));
    }

    private Optional<String> invalid(JobRow row, GoStruct body) {
        String found = "";
        if (world.settings.since(CcrGeneration.G6) && world.isStopping(row.name)) {
            return Optional.of("job is being deleted, please wait and retry");
        }
        if (world.row(row.name).isPresent()) {
            found = "[normal] job " + row.name + " already exist";
        } else if (row.name.isEmpty()) {
            found = "[normal] name is empty";
        } else if (!row.src.invalid().isEmpty()) {
            found = "src spec is invalid: [normal] " + row.src.invalid();
        } else if (!row.dest.invalid().isEmpty()) {
            found = "dest spec is invalid: [normal] " + row.dest.invalid();
        } else if (row.src.tableSync() != row.dest.tableSync()) {
            found = "[normal] src/dest are not both db or table sync";
        } else if (zeroReplicas(body)) {
            found = "[normal] replication_num is invalid: 0";
        }
        return found.isEmpty() ? Optional.empty() : Optional.of("job is invalid: " + found);
    }

    private boolean zeroReplicas(GoStruct body) {
        return world.settings.since(CcrGeneration.G6)
                && body.has("replication_num")
                && body.number("replication_num") == 0;
    }

    private Optional<String> replicas(GoStruct body) {
        long wanted = body.number("replication_num");
        int alive = world.destination.aliveBackends();
        boolean tooMany = world.settings.since(CcrGeneration.G6) && wanted > alive;
        return tooMany
                ? Optional.of("[normal] replication_num " + wanted + " exceeds the number of alive backends " + alive)
                : Optional.empty();
    }

    private Optional<String> unknownToProcess(JobRow row) {
        return node.find(row.name).map(live -> "job: " + row.name + ": [normal] job exist");
    }

    private static Optional<String> unreachable(SimCluster cluster, Spec spec) {
        return cluster.refuses(spec)
                ? Optional.of("select Host, QueryPort, RpcPort, IsMaster from frontends();: [normal] dial tcp "
                        + spec.host + ":" + spec.port + ": connect: connection refused")
                : Optional.empty();
    }

    private static Optional<String> unmapped(SimCluster cluster, Spec spec) {
        return cluster.unmappedHost(spec)
                .map(host -> "[normal] the public ip of host " + host
                        + " is not found, consider adding it via HTTP API /add_host_mapping");
    }

    private static Optional<String> binlogSwitchedOff(SimCluster cluster, Spec spec) {
        if (!cluster.hasFrontendBinlog()) {
            return Optional.of("[normal] Fe " + spec.host + ":" + spec.port
                    + " enable_feature_binlog=false, please set it true in fe.conf");
        }
        if (cluster.hasDeadBackend()) {
            return Optional.of("get url: http://" + spec.host
                    + ":8040/api/show_config?conf_item=enable_feature_binlog failed: [normal] Get \"http://"
                    + spec.host + ":8040/api/show_config?conf_item=enable_feature_binlog\": dial tcp " + spec.host
                    + ":8040: connect: connection refused");
        }
        return cluster.hasBackendBinlog()
                ? Optional.empty()
                : Optional.of("[normal] Be: [" + spec.host
                        + ":9060] enable_feature_binlog=false, please set it true in be.conf");
    }

    private Optional<String> source(JobRow row) {
        String database = row.src.database;
        Optional<SimDatabase> found = world.source.find(database);
        if (found.isEmpty()) {
            return Optional.of("[normal] src database " + database + " not exists");
        }
        if (!row.tableSync()) {
            return found.get().hasBinlog()
                    ? Optional.empty()
                    : Optional.of("[normal] src database " + database + " not enable binlog");
        }
        String table = database + "." + row.src.table;
        Optional<SimTable> source = world.source.table(database, row.src.table);
        if (source.isEmpty()) {
            return Optional.of("[normal] src table " + table + " not exists");
        }
        List<String> missing = new ArrayList<>();
        if (!source.get().hasBinlog()) {
            missing.add("\"binlog.enable\" = \"true\"");
        }
        if (!source.get().hasLightSchemaChange()) {
            missing.add("\"light_schema_change\" = \"true\"");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("[normal] src table " + table + " only support property: " + String.join(", ", missing));
    }

    /** Creates the database before it looks for the table, and does not take it back. */
    private Optional<String> destination(JobRow row, boolean tableMayExist) {
        world.destination.database(row.dest.database);
        boolean inTheWay = row.tableSync()
                && !tableMayExist
                && world.destination.table(row.dest.database, row.dest.table).isPresent();
        if (!inTheWay && world.readOnly) {
            return Optional.of(world.settings.metadata + ": insert job failed, name: " + row.name
                    + ": [db] attempt to write a readonly database");
        }
        return inTheWay
                ? Optional.of("[normal] dest table " + row.dest.database + "." + row.dest.table + " already exists")
                : Optional.empty();
    }
}
