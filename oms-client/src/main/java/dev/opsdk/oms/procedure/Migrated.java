package dev.opsdk.oms.procedure;

import dev.opsdk.oms.model.ComponentName;
import dev.opsdk.oms.model.MigrationReply;
import java.util.Optional;

/**
 * What is known about a migration.
 *
 * @param asked whether it was asked for and may have happened
 * @param name what it made
 * @param reply the answer that named nothing
 * @param <N> the kind of name
 */
record Migrated<N extends ComponentName>(boolean asked, Optional<N> name, Optional<String> reply) {
    static <N extends ComponentName> Migrated<N> notYet() {
        return new Migrated<>(false, Optional.empty(), Optional.empty());
    }

    static <N extends ComponentName> Migrated<N> sent() {
        return new Migrated<>(true, Optional.empty(), Optional.empty());
    }

    static <N extends ComponentName> Migrated<N> to(N name) {
        return new Migrated<>(true, Optional.of(name), Optional.empty());
    }

    static <N extends ComponentName> Migrated<N> by(MigrationReply<N> reply) {
        return new Migrated<>(
                true, reply.newName(), reply.newName().isPresent() ? Optional.empty() : Optional.of(reply.rawReply()));
    }

    /** It may have made something whose name nobody told us. */
    boolean unknown() {
        return asked && name.isEmpty();
    }

    String how(String kind) {
        return "search the console for a new " + kind
                + " of the same subtopic: if there is one, plan with madeAs(its name);"
                + " if you are sure that there is none, plan the migration anew";
    }
}
