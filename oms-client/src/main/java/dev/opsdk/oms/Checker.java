package dev.opsdk.oms;

import dev.opsdk.oms.model.CheckerTaskId;
import dev.opsdk.oms.model.CheckerType;
import dev.opsdk.oms.model.CheckerUpdate;
import dev.opsdk.oms.procedure.CheckerProcedures;
import java.util.function.Consumer;

/** One checker, called by the id of its task. The cluster manager documents no call that shows a checker. */
public final class Checker {
    private final OmsClient client;
    private final CheckerTaskId id;

    Checker(OmsClient client, CheckerTaskId id) {
        this.client = client;
        this.id = id;
    }

    /**
     * The task's id.
     *
     * @return the id
     */
    public CheckerTaskId id() {
        return id;
    }

    /**
     * Starts it again where it was paused ({@code task.resume=true}, the only documented way).
     *
     * @param type what it works for
     */
    public void start(CheckerType type) {
        client.wire().send(client.wire().orders().start(id, type));
    }

    /**
     * Pauses it.
     *
     * @param type what it works for
     */
    public void stop(CheckerType type) {
        client.wire().send(client.wire().orders().stop(id, type));
    }

    /**
     * Changes its configuration, in any state.
     *
     * @param changes says what, such as {@code u -> u.diffLimit(100_000)}
     */
    public void update(Consumer<CheckerUpdate.Builder> changes) {
        CheckerUpdate.Builder builder = CheckerUpdate.builder();
        changes.accept(builder);
        update(builder.build());
    }

    /**
     * Changes its configuration.
     *
     * @param update what changes
     */
    public void update(CheckerUpdate update) {
        client.wire().send(client.wire().orders().update(id, update));
    }

    /**
     * The same calls as they would be sent, for plans.
     *
     * @return shows requests
     */
    public CheckerRequests requests() {
        return new CheckerRequests(client.wire(), id);
    }

    /**
     * Multi-step work on it.
     *
     * @return makes plans
     */
    public CheckerProcedures procedures() {
        return new CheckerProcedures(client, id);
    }

    @Override
    public String toString() {
        return "checker of task " + id + " at " + client;
    }
}
