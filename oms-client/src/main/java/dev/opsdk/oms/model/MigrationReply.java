package dev.opsdk.oms.model;

import java.util.Optional;

/**
 * What a migration came to. It makes a new component on the other host, with a new name, and leaves it stopped; the old one must
 * not be started again.
 *
 * @param oldName what was migrated
 * @param newName the component to start; empty when the reply names none, which is never guessed
 * @param rawReply the fields of the reply besides {@code isSuccess}, secrets masked; {@code {}} when there is no other
 * @param <N> the kind of name
 */
public record MigrationReply<N extends ComponentName>(N oldName, Optional<N> newName, String rawReply) {

    /** The new name first; without one, the whole reply. */
    @Override
    public String toString() {
        return newName.map(name -> "migrated to " + name + " (was " + oldName + "); start the new one, never the old")
                .orElseGet(() -> "migrated " + oldName
                        + ", but the reply names no new component; find it in the console. Reply: " + rawReply);
    }
}
