package dev.opsdk.simulator.oms;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a simulator was built with. Set once by the builder, read everywhere. */
final class OmsSettings {

    /** How long CM itself waits for the Supervisor. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How often components report their position. */
    static final long REPORT_SECONDS = 5;

    OmsGeneration generation = OmsGeneration.BOTH;
    MutationTiming timing = MutationTiming.NO_TIME;
    UnknownName unknownName = UnknownName.NULL;
    String migrateField = "result";
    String legacyFailureField = "";
    String contentType = "application/json;charset=UTF-8";
    String location = "100";
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    Duration retention = Duration.ofHours(24);
    Duration readerDeath = Duration.ofSeconds(43);
    Duration otherMutations = Duration.ofSeconds(2);

    @Nullable
    Duration orphansLive;

    boolean highAvailability;
    boolean clearTwice = true;
    boolean restoreKeepsData = true;
    boolean removalNeedsStop;
    boolean filtersRequired = true;
    long storeSpeed = 600;
    List<String> hosts = List.of("10.10.10.1", "10.10.10.2", "10.10.10.3");
    private final Map<String, Duration> takes = new HashMap<>();

    OmsSettings() {
        takes.put("/crawler/clear", Duration.ofSeconds(22));
        takes.put("/crawler/restore", Duration.ofSeconds(40));
    }

    void takes(String path, Duration duration) {
        takes.put(path, duration);
    }

    Duration takes(String path) {
        return takes.getOrDefault(path, otherMutations);
    }
}
