package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.HeldPartition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a tablet says it holds, or why it could not be asked. */
public final class Holdings {
    private final Map<Key, HeldPartition> partitions;
    private final Optional<String> failure;

    private record Key(long tid, long pid) {}

    private Holdings(Map<Key, HeldPartition> partitions, Optional<String> failure) {
        this.partitions = partitions;
        this.failure = failure;
    }

    /**
     * What it answered.
     *
     * @param partitions all that it holds
     * @return the holdings
     */
    public static Holdings of(List<HeldPartition> partitions) {
        Map<Key, HeldPartition> byKey = new LinkedHashMap<>();
        partitions.forEach(held -> byKey.put(new Key(held.tid(), held.pid()), held));
        return new Holdings(byKey, Optional.empty());
    }

    /**
     * That it could not be asked.
     *
     * @param reason why
     * @return holdings of which nothing is known
     */
    public static Holdings unknown(String reason) {
        return new Holdings(Map.of(), Optional.of(reason));
    }

    /**
     * Whether it answered.
     *
     * @return true if what it holds is known
     */
    public boolean known() {
        return failure.isEmpty();
    }

    /**
     * Why it could not be asked.
     *
     * @return the reason, empty when it answered
     */
    public Optional<String> failure() {
        return failure;
    }

    /**
     * A partition.
     *
     * @param tid the table's number
     * @param pid the partition's number
     * @return what the tablet says about it, empty when it does not hold it or did not answer
     */
    public Optional<HeldPartition> partition(long tid, long pid) {
        return Optional.ofNullable(partitions.get(new Key(tid, pid)));
    }

    /**
     * All partitions.
     *
     * @return in the tablet's order
     */
    public Collection<HeldPartition> partitions() {
        return List.copyOf(partitions.values());
    }

    @Override
    public String toString() {
        return failure.map(reason -> "unknown: " + reason).orElseGet(() -> partitions.size() + " partitions");
    }
}
