package dev.opsdk.openmldb.internal;

import dev.opsdk.core.BaseUrl;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who leads, as far as this client knows. Thread-safe. */
final class Leadership {
    private @Nullable Leader current;
    private boolean everLed;
    private long changes;

    /** The nameserver that leads, since it was found. */
    record Leader(String name, BaseUrl address) {}

    synchronized Optional<Leader> current() {
        return Optional.ofNullable(current);
    }

    /** Somebody asked and found it. */
    synchronized Leader found(Leader leader) {
        Leader known = current;
        if (known != null && known.equals(leader)) {
            return known;
        }
        if (everLed) {
            changes++;
        }
        everLed = true;
        current = leader;
        return leader;
    }

    /** It does not lead any more, or cannot be reached. Passed over when somebody noticed before, and found another. */
    synchronized void lost(Leader leader) {
        Leader known = current;
        if (known != null && known.equals(leader)) {
            current = null;
        }
    }

    /** How often it was found anew: another one, or the same after an interruption, which may have been a restart. */
    synchronized long changes() {
        return changes;
    }
}
