package dev.opsdk.oms.procedure;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.Store;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Multi-step work on one store. Planning only reads; running is up to you. */
public final class StoreProcedures {
    private final StoreView view;

    /**
     * For {@link Store#procedures()}.
     *
     * @param client the client
     * @param store the store
     */
    public StoreProcedures(OmsClient client, Store store) {
        this.view = StoreView.of(client, store);
    }

    /**
     * Restarts the store if it is not healthy: clear, restore, and a watch of 150 s.
     *
     * @return the plan
     */
    public Plan restart() {
        return restart(r -> r);
    }

    /**
     * Restarts the store: clear, restore, and then a watch that it lives and advances, because a restore that succeeds says little
     * (stores were observed to die 43 s and 129 s later). A store that dies in that window makes the run fail.
     *
     * @param change such as {@code r -> r.forced()}
     * @return the plan
     */
    public Plan restart(UnaryOperator<RestartStoreOptions> change) {
        return new RestartStore(view, change.apply(RestartStoreOptions.DEFAULT)).plan();
    }

    /**
     * Stops the store. Needs a confirmation unless another store that is named is healthy.
     *
     * @param change such as {@code o -> o.others("10.0.0.8-7100:p_1_source-000-0:0000000002")}
     * @return the plan
     */
    public Plan stop(UnaryOperator<StoreRemovalOptions> change) {
        return new StopStore(view, change.apply(StoreRemovalOptions.DEFAULT)).plan();
    }

    /**
     * Destroys a store that does not run, and all it holds, for good. Sends the order at most once, whatever happens to the answer.
     *
     * @param change names the other stores and the writers, or allows to go without:
     *     {@code o -> o.others(store).readers(writer)}
     * @return the plan; destructive
     */
    public Plan destroy(UnaryOperator<StoreRemovalOptions> change) {
        return new DestroyStore(view, change.apply(StoreRemovalOptions.DEFAULT)).plan();
    }

    /**
     * Creates a store from an earlier time, watches it, and only when it stays stops and destroys this one and restarts the writers.
     * Experimental: follows an article of the official forum.
     *
     * @param from where the new store begins; not after the position of any writer
     * @param change such as {@code o -> o.readers(writer).sourceHasItsLogs()}
     * @return the plan; destructive unless {@code keepingOld()}
     * @throws IllegalStateException unless the client's builder was told {@code experimental(true)}
     */
    public Plan replace(Instant from, UnaryOperator<ReplaceStoreOptions> change) {
        return ReplaceStore.plan(view, from, change.apply(ReplaceStoreOptions.DEFAULT));
    }
}
