package dev.opsdk.oms.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.internal.Transport;
import dev.opsdk.oms.model.CheckerTaskId;
import dev.opsdk.oms.model.CheckerType;
import dev.opsdk.oms.model.CheckerUpdate;
import dev.opsdk.oms.model.CheckpointText;
import dev.opsdk.oms.model.CrawlerDetail;
import dev.opsdk.oms.model.MigrationReply;
import dev.opsdk.oms.model.Observed;
import dev.opsdk.oms.model.StoreName;
import dev.opsdk.oms.model.WriterDetail;
import dev.opsdk.oms.model.WriterName;
import dev.opsdk.oms.model.WriterUpdate;
import java.util.List;
import okhttp3.Request;

/** Every call of stores, writers and checkers, and the undocumented ones. */
public final class Orders {
    private final WriterApi writers;
    private final StoreApi stores;
    private final CheckerApi checkers;
    private final ExperimentalApi experimental;
    private final TimeSource time;

    Orders(Transport transport, BaseUrl server, TimeSource time) {
        this.writers = transport.api(WriterApi.class, server);
        this.stores = transport.api(StoreApi.class, server);
        this.checkers = transport.api(CheckerApi.class, server);
        this.experimental = transport.api(ExperimentalApi.class, server);
        this.time = time;
    }

    /**
     * {@code /applier/stop}.
     *
     * @param name the writer
     * @return the call
     */
    public Order<Boolean> stop(WriterName name) {
        return Order.of(writers.stop(name.text()).request(), name.text(), Readers.acknowledged());
    }

    /**
     * {@code /applier/start}.
     *
     * @param name the writer
     * @return the call
     */
    public Order<Boolean> start(WriterName name) {
        return Order.of(writers.start(name.text()).request(), name.text(), Readers.acknowledged());
    }

    /**
     * {@code /applier/clean}.
     *
     * @param name the writer
     * @return the call
     */
    public Order<Boolean> clean(WriterName name) {
        return Order.of(writers.clean(name.text()).request(), name.text(), Readers.acknowledged());
    }

    /**
     * {@code /applier/migrate}.
     *
     * @param name the writer
     * @param node the host it goes to
     * @param force whether its host is dead; false is not sent
     * @return the call
     */
    public Order<MigrationReply<WriterName>> migrate(WriterName name, String node, boolean force) {
        Request request = writers.migrate(name.text(), Nodes.checked(node), force ? "true" : null)
                .request();
        return Order.of(request, name.text(), Readers.enveloped(fields -> newName(fields, name)));
    }

    private static MigrationReply<WriterName> newName(ObjectNode fields, WriterName old) {
        return NewNames.in(fields, old, WriterName::of, List.of("applier", "result"));
    }

    /**
     * {@code /applier/update}.
     *
     * @param name the writer
     * @param update what changes
     * @return the call
     */
    public Order<Boolean> update(WriterName name, WriterUpdate update) {
        return new Order<>(
                writers.update(name.text(), update.revealForm()).request(),
                writers.update(name.text(), update.maskedForm()).request(),
                name.text(),
                update.secrets(),
                Readers.acknowledged());
    }

    /**
     * {@code /JDBCWriter/detail}.
     *
     * @param name the writer
     * @return the call
     */
    public Order<Observed<WriterDetail>> detail(WriterName name) {
        return Order.of(
                writers.detail(name.text()).request(),
                name.text(),
                Readers.observed("replicator", WriterDetail.class, time));
    }

    /**
     * {@code /crawler/clear}.
     *
     * @param name the store
     * @return the call
     */
    public Order<Boolean> clear(StoreName name) {
        return Order.of(stores.clear(name.text()).request(), name.text(), Readers.acknowledged());
    }

    /**
     * {@code /crawler/restore}.
     *
     * @param name the store
     * @return the call
     */
    public Order<Boolean> restore(StoreName name) {
        return Order.of(stores.restore(name.text()).request(), name.text(), Readers.acknowledged());
    }

    /**
     * {@code /crawler/destroy}.
     *
     * @param name the store
     * @return the call
     */
    public Order<Boolean> destroy(StoreName name) {
        return Order.of(stores.destroy(name.text()).request(), name.text(), Readers.acknowledged());
    }

    /**
     * {@code /crawler/detail}.
     *
     * @param name the store
     * @return the call
     */
    public Order<Observed<CrawlerDetail>> detail(StoreName name) {
        return Order.of(
                stores.detail("", name.text()).request(),
                name.text(),
                Readers.observed("crawler", CrawlerDetail.class, time));
    }

    /**
     * {@code /checker/start}.
     *
     * @param id the task
     * @param type what it works for
     * @return the call
     */
    public Order<Boolean> start(CheckerTaskId id, CheckerType type) {
        return Order.of(checkers.start(id.text(), type.wire(), "true").request(), id.text(), Readers.acknowledged());
    }

    /**
     * {@code /checker/stop}.
     *
     * @param id the task
     * @param type what it works for
     * @return the call
     */
    public Order<Boolean> stop(CheckerTaskId id, CheckerType type) {
        return Order.of(checkers.stop(id.text(), type.wire()).request(), id.text(), Readers.acknowledged());
    }

    /**
     * {@code /checker/update}.
     *
     * @param id the task
     * @param update what changes
     * @return the call
     */
    public Order<Boolean> update(CheckerTaskId id, CheckerUpdate update) {
        return new Order<>(
                checkers.update(id.text(), update.reveal()).request(),
                checkers.update(id.text(), update.masked()).request(),
                id.text(),
                update.secrets(),
                Readers.acknowledged());
    }

    /**
     * {@code GET /}.
     *
     * @return the call
     */
    public Order<String> root() {
        return Order.of(experimental.root().request(), "", Readers.text());
    }

    /**
     * {@code /metrics/ping}.
     *
     * @return the call
     */
    public Order<String> metricsPing() {
        return Order.of(experimental.metricsPing().request(), "", Readers.text());
    }

    /**
     * {@code /crawler/list}.
     *
     * @param subTopic the subtopic
     * @return the call
     */
    public Order<ObjectNode> list(String subTopic) {
        return Order.of(experimental.list(subTopic).request(), subTopic, Readers.enveloped(fields -> fields));
    }

    /**
     * {@code /crawler/start}, which makes a new store.
     *
     * @param subTopic the subtopic
     * @param from where it begins
     * @param type the kind of reader
     * @return the call
     */
    public Order<ObjectNode> startStore(String subTopic, CheckpointText from, String type) {
        return Order.of(
                experimental.start(subTopic, from.raw(), "master", type).request(),
                subTopic,
                Readers.enveloped(fields -> fields));
    }

    /**
     * {@code /crawler/stop}.
     *
     * @param name the store
     * @return the call
     */
    public Order<Boolean> stopStore(StoreName name) {
        return Order.of(experimental.stop(name.text()).request(), name.text(), Readers.acknowledged());
    }
}
