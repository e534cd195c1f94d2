package dev.opsdk.oms.procedure;

import dev.opsdk.oms.model.WriterName;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a writer is moved.
 *
 * @param work how work on it is done otherwise
 * @param hostDown whether you know that its host is down; the only reason for {@code force=true}
 * @param newName the writer that an earlier migration made, if its answer was lost and you found the name in the console
 */
public record WriterMigration(WriterOptions work, boolean hostDown, Optional<WriterName> newName) {
    /** Its host is up, and nothing happened before. */
    public static final WriterMigration DEFAULT = new WriterMigration(WriterOptions.DEFAULT, false, Optional.empty());

    /**
     * Changes how work on it is done otherwise.
     *
     * @param change such as {@code w -> w.readingFrom(store)}
     * @return a copy
     */
    public WriterMigration working(UnaryOperator<WriterOptions> change) {
        return new WriterMigration(change.apply(work), hostDown, newName);
    }

    /**
     * Says that you know its host to be down. It is then moved with {@code force=true} and without being stopped; when the host comes
     * back, the old writer may run there again and write beside the new one.
     *
     * @return a copy
     */
    public WriterMigration withHostDown() {
        return new WriterMigration(work, true, newName);
    }

    /**
     * Goes on after a migration whose answer was lost: it happened, and the console shows its result.
     *
     * @param name the new writer's name
     * @return a copy
     */
    public WriterMigration madeAs(String name) {
        return new WriterMigration(work, hostDown, Optional.of(WriterName.of(name)));
    }
}
