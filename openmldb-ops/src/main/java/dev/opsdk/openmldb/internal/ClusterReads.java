package dev.opsdk.openmldb.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.internal.Json;
import dev.opsdk.openmldb.model.Op;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.Tablet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the leader of the nameservers can be asked. Answers are filtered here once more: {@code ShowTable} adds the tables of the default
 * database to every answer, and old servers pass over filters that they do not know.
 */
public final class ClusterReads {
    private final NameServerApi api;
    private final BuiltinApi builtin;

    ClusterReads(NameServerApi api, BuiltinApi builtin) {
        this.api = api;
        this.builtin = builtin;
    }

    /**
     * {@code ShowTablet}.
     *
     * @return the call
     */
    public Order<List<Tablet>> tablets() {
        return Order.toLeader(
                api.showTablet(Bodies.empty()).request(), "", fields -> Readers.list(fields, "tablets", Tablet.class));
    }

    /**
     * {@code ShowSdkEndpoint}.
     *
     * @return the call
     */
    public Order<List<Tablet>> sdkEndpoints() {
        return Order.toLeader(
                api.showSdkEndpoint(Bodies.empty()).request(),
                "",
                fields -> Readers.list(fields, "tablets", Tablet.class));
    }

    /**
     * {@code ShowTable} with {@code show_all}.
     *
     * @return the call
     */
    public Order<List<TableInfo>> tables() {
        return showTable(Bodies.empty().put("db", "").put("show_all", true), "", any -> true);
    }

    /**
     * {@code ShowTable} of one database.
     *
     * @param db its name, empty for the default database
     * @return the call
     */
    public Order<List<TableInfo>> tables(String db) {
        return showTable(
                Bodies.empty().put("db", db).put("show_all", false),
                db,
                table -> table.db().equals(db));
    }

    /**
     * {@code ShowTable} of one table.
     *
     * @param db the database
     * @param table the table
     * @return the call; at most one table
     */
    public Order<List<TableInfo>> table(String db, String table) {
        return showTable(
                Bodies.empty()
                        .put("name", Checked.name("table", table))
                        .put("db", db)
                        .put("show_all", false),
                db.isEmpty() ? table : db + "." + table,
                found -> found.db().equals(db) && found.name().equals(table));
    }

    private Order<List<TableInfo>> showTable(ObjectNode body, String target, Predicate<TableInfo> wanted) {
        return new Order<>(
                api.showTable(body).request(),
                Optional.empty(),
                target,
                Readers.listOfNameServer("table_info", TableInfo.class, wanted));
    }

    /**
     * {@code ShowDatabase}.
     *
     * @return the call
     */
    public Order<List<String>> databases() {
        return Order.toLeader(
                api.showDatabase(Bodies.empty()).request(), "", fields -> Readers.list(fields, "db", String.class));
    }

    /**
     * {@code ShowOPStatus} of everything.
     *
     * @return the call
     */
    public Order<List<Op>> ops() {
        return showOps(Bodies.empty(), "", any -> true);
    }

    /**
     * {@code ShowOPStatus} of one database.
     *
     * @param db its name; the default database, which is empty, is not sent but filtered for
     * @return the call
     */
    public Order<List<Op>> ops(String db) {
        return showOps(inDatabase(Bodies.empty(), db), db, op -> op.db().equals(db));
    }

    /**
     * {@code ShowOPStatus} of one partition.
     *
     * @param partition the partition
     * @return the call
     */
    public Order<List<Op>> ops(PartitionId partition) {
        ObjectNode body = inDatabase(Bodies.empty(), partition.db())
                .put("name", Checked.name("table", partition.table()))
                .put("pid", Checked.pid(partition.pid()));
        return showOps(
                body,
                partition.toString(),
                op -> op.db().equals(partition.db())
                        && op.table().filter(partition.table()::equals).isPresent()
                        && op.pid().orElse(-1) == partition.pid());
    }

    /**
     * {@code ShowOPStatus} of one op.
     *
     * @param id its number
     * @return the call; at most one op
     */
    public Order<List<Op>> op(long id) {
        return showOps(Bodies.empty().put("op_id", Checked.opId(id)), Long.toString(id), op -> op.id() == id);
    }

    private static ObjectNode inDatabase(ObjectNode body, String db) {
        return db.isEmpty() ? body : body.put("db", db);
    }

    private Order<List<Op>> showOps(JsonNode body, String target, Predicate<Op> wanted) {
        return new Order<>(
                api.showOpStatus(body).request(),
                Optional.empty(),
                target,
                Readers.listOfNameServer("op_status", Op.class, wanted));
    }

    /**
     * {@code ConfGet}.
     *
     * @return the call
     */
    public Order<Map<String, String>> config() {
        return Order.toLeader(api.confGet(Bodies.empty()).request(), "", Readers::config);
    }

    /**
     * {@code ConfGet} of {@code auto_failover}.
     *
     * @return the call
     */
    public Order<Boolean> autoFailover() {
        return Order.toLeader(api.confGet(Bodies.empty()).request(), "auto_failover", fields -> {
            String value = Readers.config(fields).getOrDefault("auto_failover", "");
            if (!value.matches("(?i)true|false")) {
                throw new Json.Undecodable("at conf: no auto_failover that is true or false");
            }
            return Boolean.parseBoolean(value);
        });
    }

    /**
     * {@code /version} of the leader.
     *
     * @return the call
     */
    public Order<String> version() {
        return new Order<>(builtin.version().request(), Optional.empty(), "", Readers.text());
    }
}
