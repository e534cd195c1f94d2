package dev.opsdk.oms.procedure;

import dev.opsdk.oms.Experimental;
import dev.opsdk.oms.model.WriterName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How a store is replaced.
 *
 * @param type the kind of the new store
 * @param readers writers that read from the old one, and are restarted at the end
 * @param sourceHasLogs whether somebody made sure that the source still has its logs from the begin of the new store on
 * @param keepOld leave the old store stopped instead of destroying it
 * @param stabilise how long the new store must live and advance before the old one is touched
 */
public record ReplaceStoreOptions(
        String type, List<WriterName> readers, boolean sourceHasLogs, boolean keepOld, Duration stabilise) {
    /** A DELIVER2STORE, nobody reads, nobody looked at the source, the old one is destroyed, 150 s. */
    public static final ReplaceStoreOptions DEFAULT =
            new ReplaceStoreOptions(Experimental.DELIVER2STORE, List.of(), false, false, Duration.ofSeconds(150));

    /** Keeps a copy. */
    public ReplaceStoreOptions {
        readers = List.copyOf(readers);
    }

    /**
     * Another kind of store.
     *
     * @param kind depends on the source
     * @return a copy
     */
    public ReplaceStoreOptions ofType(String kind) {
        return new ReplaceStoreOptions(kind, readers, sourceHasLogs, keepOld, stabilise);
    }

    /**
     * Names the writers that read from it.
     *
     * @param names their names
     * @return a copy
     */
    public ReplaceStoreOptions readers(String... names) {
        return new ReplaceStoreOptions(
                type, Arrays.stream(names).map(WriterName::of).toList(), sourceHasLogs, keepOld, stabilise);
    }

    /**
     * Says that you made sure: the source still has its logs from that time on.
     *
     * @return a copy
     */
    public ReplaceStoreOptions sourceHasItsLogs() {
        return new ReplaceStoreOptions(type, readers, true, keepOld, stabilise);
    }

    /**
     * Leaves the old store stopped.
     *
     * @return a copy
     */
    public ReplaceStoreOptions keepingOld() {
        return new ReplaceStoreOptions(type, readers, sourceHasLogs, true, stabilise);
    }

    /**
     * With another window.
     *
     * @param window how long the new store must live and advance
     * @return a copy
     */
    public ReplaceStoreOptions stabilising(Duration window) {
        return new ReplaceStoreOptions(type, readers, sourceHasLogs, keepOld, window);
    }
}
