package dev.opsdk.openmldb.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.internal.Json;
import dev.opsdk.openmldb.model.Followers;
import dev.opsdk.openmldb.model.HeldPartition;
import dev.opsdk.openmldb.model.LoadTable;
import dev.opsdk.openmldb.model.StorageMode;
import dev.opsdk.openmldb.model.TermPair;
import java.util.List;
import java.util.Optional;

/** Calls of one tablet. */
public final class TabletOrders {
    private final TabletApi api;
    private final BuiltinApi builtin;

    TabletOrders(TabletApi api, BuiltinApi builtin) {
        this.api = api;
        this.builtin = builtin;
    }

    /**
     * Refuses what no tablet can be called.
     *
     * @param tablet a name
     * @return the same
     */
    public static String checked(String tablet) {
        return Checked.endpoint("tablet", tablet);
    }

    /**
     * {@code GetTableStatus} of everything.
     *
     * @param tablet the tablet's name in the cluster
     * @return the call
     */
    public Order<List<HeldPartition>> partitions(String tablet) {
        return status(tablet, Bodies.empty(), "");
    }

    /**
     * {@code GetTableStatus} of one partition.
     *
     * @param tablet the tablet
     * @param tid the table
     * @param pid the partition
     * @return the call; at most one
     */
    public Order<List<HeldPartition>> partition(String tablet, long tid, long pid) {
        return status(tablet, numbered(tid, pid).put("need_schema", false), tid + "/" + pid);
    }

    private Order<List<HeldPartition>> status(String tablet, ObjectNode body, String target) {
        return Order.toTablet(
                tablet,
                api.getTableStatus(body).request(),
                target,
                fields -> Readers.list(fields, "all_table_status", HeldPartition.class));
    }

    /**
     * {@code GetTableFollower}.
     *
     * @param tablet the tablet that leads
     * @param tid the table
     * @param pid the partition
     * @return the call
     */
    public Order<Followers> followers(String tablet, long tid, long pid) {
        return new Order<>(
                api.getTableFollower(numbered(tid, pid)).request(),
                Optional.of(tablet),
                tid + "/" + pid,
                Readers.followers());
    }

    /**
     * {@code GetTermPair}.
     *
     * @param tablet the tablet
     * @param tid the table
     * @param pid the partition
     * @param storageMode where the table keeps its data
     * @return the call
     */
    public Order<TermPair> termPair(String tablet, long tid, long pid, StorageMode.Known storageMode) {
        return Order.toTablet(
                tablet,
                api.getTermPair(numbered(tid, pid).put("storage_mode", Bodies.word(storageMode)))
                        .request(),
                tid + "/" + pid,
                fields -> Json.decode(fields, TermPair.class, "reply"));
    }

    /**
     * {@code LoadTable}.
     *
     * @param tablet the tablet
     * @param load what to load
     * @return the call
     */
    public Order<Boolean> load(String tablet, LoadTable load) {
        return Order.toTablet(
                tablet, api.loadTable(Bodies.load(load)).request(), load.table() + "/" + load.pid(), Readers.ACCEPTED);
    }

    /**
     * {@code /version}.
     *
     * @param tablet the tablet
     * @return the call
     */
    public Order<String> version(String tablet) {
        return new Order<>(builtin.version().request(), Optional.of(tablet), "", Readers.text());
    }

    /**
     * {@code /health}.
     *
     * @param tablet the tablet
     * @return the call
     */
    public Order<String> health(String tablet) {
        return new Order<>(builtin.health().request(), Optional.of(tablet), "", Readers.text());
    }

    private static ObjectNode numbered(long tid, long pid) {
        return Bodies.empty().put("tid", Checked.tid(tid)).put("pid", Checked.pid(pid));
    }
}
