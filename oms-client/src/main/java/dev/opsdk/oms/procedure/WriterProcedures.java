package dev.opsdk.oms.procedure;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.model.WriterName;
import dev.opsdk.oms.model.WriterUpdate;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Multi-step work on one writer. Planning only reads; running is up to you. */
public final class WriterProcedures {
    private final OmsClient client;
    private final WriterName name;

    /**
     * For {@link dev.opsdk.oms.Writer#procedures()}.
     *
     * @param client the client
     * @param name the writer
     */
    public WriterProcedures(OmsClient client, WriterName name) {
        this.client = client;
        this.name = name;
    }

    /**
     * Stops and starts it, and watches until it has run and advanced for a while.
     *
     * @param how such as {@code o -> o.readingFrom(store)}
     * @return the plan
     */
    public Plan restart(UnaryOperator<WriterOptions> how) {
        return new RestartWriter(OmsContext.of(client, name), name, how.apply(WriterOptions.DEFAULT)).plan();
    }

    /**
     * Moves it to another host: stops it, migrates it, which makes a new writer of a new name, and starts and watches that one. The old
     * writer is started again only if the server refuses the migration; after a migration it never is.
     *
     * @param node the host's address
     * @param how such as {@code o -> o.withHostDown()}
     * @return the plan
     */
    public Plan migrate(String node, UnaryOperator<WriterMigration> how) {
        return new MigrateWriter(client, name, node, how.apply(WriterMigration.DEFAULT)).plan();
    }

    /**
     * Changes its configuration: stops it, sends the keys that differ, starts it only if it ran, and watches it. Knows the way back.
     *
     * @param change such as {@code u -> u.set("worker_num", "32")}; a masked value is refused
     * @param how such as {@code o -> o.readingFrom(store)}
     * @return plan and way back
     * @throws IllegalArgumentException if the change cannot be written, such as a masked value
     */
    public WriterChange update(Consumer<WriterUpdate.Builder> change, UnaryOperator<WriterOptions> how) {
        WriterUpdate.Builder update = WriterUpdate.builder();
        change.accept(update);
        return new WriterChange(new UpdateWriter(client, name, update.build(), how.apply(WriterOptions.DEFAULT)));
    }

    /**
     * Deletes it, for good, if it is stopped.
     *
     * @param projectNotRunning true if you know that its project does not run; nobody else does
     * @return the plan; destructive
     */
    public Plan clean(boolean projectNotRunning) {
        return new CleanWriter(client, name, projectNotRunning).plan();
    }
}
