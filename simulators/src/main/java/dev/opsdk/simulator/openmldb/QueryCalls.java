package dev.opsdk.simulator.openmldb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the leading nameserver tells without changing anything. */
final class QueryCalls {

    private final World world;
    private final TableWire wire;

    QueryCalls(World world) {
        this.world = world;
        this.wire = new TableWire(world);
    }

    Map<String, RpcMethod> methods() {
        return Map.of(
                "ShowTablet", new RpcMethod(Messages.SHOW_TABLET, params -> showTablet()),
                "ShowTable", new RpcMethod(Messages.SHOW_TABLE, this::showTable),
                "ShowDatabase", new RpcMethod(Messages.GENERAL, params -> showDatabase()),
                "UseDatabase", new RpcMethod(Messages.USE_DATABASE, this::useDatabase),
                "ShowCatalog", new RpcMethod(Messages.SHOW_CATALOG, params -> showCatalog()),
                "ShowSdkEndpoint", new RpcMethod(Messages.SHOW_SDK_ENDPOINT, params -> showSdkEndpoint()),
                "GetTablePartition", new RpcMethod(Messages.GET_PARTITION, this::getPartition));
    }

    private Stream<TabletNode> known() {
        return world.tablets.values().stream().filter(tablet -> tablet.known);
    }

    private Reply showTablet() {
        List<Object> rows = new ArrayList<>();
        known().forEach(tablet -> {
            long age = Duration.between(tablet.since, world.now()).toMillis();
            Map<String, Object> row = TableWire.ordered(
                    "endpoint", tablet.endpoint, "state", tablet.up ? "kHealthy" : "kOffline", "age", age);
            if (world.settings.useNames) {
                row.put("real_endpoint", tablet.address);
            }
            rows.add(row);
        });
        return new Reply().put("tablets", rows).status(Code.OK);
    }

    /** Tables of the old default database come with every answer, whatever was asked for. */
    private Reply showTable(Params params) {
        String db = params.text("db");
        List<Object> rows = new ArrayList<>();
        world.tables.forEach((name, byName) -> {
            if (name.isEmpty() || params.flag("show_all") || name.equals(db)) {
                byName.values().stream()
                        .filter(table -> !params.has("name") || table.name.equals(params.text("name")))
                        .forEach(table -> rows.add(wire.table(table)));
            }
        });
        return new Reply().put("table_info", rows).status(Code.OK);
    }

    private Reply showDatabase() {
        List<String> names = world.databases.stream()
                .filter(name -> !World.SYSTEM_DATABASES.contains(name))
                .toList();
        return Reply.general(Code.OK).put("db", names);
    }

    private Reply useDatabase(Params params) {
        return Reply.general(world.databases.contains(params.text("db")) ? Code.OK : Code.NO_DATABASE);
    }

    private Reply showCatalog() {
        List<Object> rows = new ArrayList<>();
        known().filter(tablet -> tablet.up)
                .forEach(tablet -> rows.add(TableWire.ordered("version", world.version, "endpoint", tablet.endpoint)));
        return new Reply().put("catalog", rows).status(Code.OK);
    }

    private Reply showSdkEndpoint() {
        List<Object> rows = new ArrayList<>();
        if (world.settings.sdkEndpoints) {
            known().forEach(tablet ->
                    rows.add(TableWire.ordered("endpoint", tablet.endpoint, "real_endpoint", tablet.address)));
        }
        return new Reply().put("tablets", rows).status(Code.OK);
    }

    private Reply getPartition(Params params) {
        Optional<TableRow> table = world.table(params.text("db"), params.text("name"));
        if (table.isEmpty()) {
            return Reply.general(Code.NO_TABLE);
        }
        Optional<Partition> partition = table.get().partition(params.number("pid"));
        return partition
                .map(found -> Reply.general(Code.OK).put("table_partition", wire.partition(found)))
                .orElseGet(() -> Reply.general(Code.NO_PID));
    }
}
