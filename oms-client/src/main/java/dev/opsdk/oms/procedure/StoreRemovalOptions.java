package dev.opsdk.oms.procedure;

import dev.opsdk.oms.model.StoreName;
import dev.opsdk.oms.model.WriterName;
import java.util.Arrays;
import java.util.List;

/**
 * What the cluster manager does not tell, and somebody has to: who else is there when a store is stopped or destroyed.
 *
 * @param others other stores of the same subtopic
 * @param readers writers that read from it
 * @param allowLast go on although no other store is shown to take over
 * @param despiteUntrustworthy act although the cluster manager's own observation cannot be believed
 */
public record StoreRemovalOptions(
        List<StoreName> others, List<WriterName> readers, boolean allowLast, boolean despiteUntrustworthy) {
    /** Nobody is known. */
    public static final StoreRemovalOptions DEFAULT = new StoreRemovalOptions(List.of(), List.of(), false, false);

    /** Keeps copies. */
    public StoreRemovalOptions {
        others = List.copyOf(others);
        readers = List.copyOf(readers);
    }

    /**
     * Names other stores of the same subtopic.
     *
     * @param names their names
     * @return a copy
     */
    public StoreRemovalOptions others(String... names) {
        return new StoreRemovalOptions(
                Arrays.stream(names).map(StoreName::of).toList(), readers, allowLast, despiteUntrustworthy);
    }

    /**
     * Names the writers that read from it.
     *
     * @param names their names
     * @return a copy
     */
    public StoreRemovalOptions readers(String... names) {
        return new StoreRemovalOptions(
                others, Arrays.stream(names).map(WriterName::of).toList(), allowLast, despiteUntrustworthy);
    }

    /**
     * Goes on although no other store is shown to cover what the writers need.
     *
     * @return a copy
     */
    public StoreRemovalOptions allowingLast() {
        return new StoreRemovalOptions(others, readers, true, despiteUntrustworthy);
    }

    /**
     * Acts although what is shown of the store cannot be believed.
     *
     * @return a copy
     */
    public StoreRemovalOptions despiteUntrustworthyObservation() {
        return new StoreRemovalOptions(others, readers, allowLast, true);
    }
}
