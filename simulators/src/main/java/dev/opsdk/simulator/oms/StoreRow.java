package dev.opsdk.simulator.oms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A store. Guarded by the world's monitor. */
final class StoreRow {

    final String name;
    final String subTopic;
    final String ip;
    final String digits;
    final List<String> errorDetails = new ArrayList<>();
    ComponentState state = ComponentState.RUNNING;
    int port;
    long origin;
    long begin;
    long end;
    long retention;
    boolean stalled;
    int ranges = 1;
    int restoresToFail;
    String errMsg = "";

    @Nullable
    Integer statusOverride;

    @Nullable
    Instant deathAt;

    @Nullable
    Duration diesAfterRestore;

    /** What details say while CM cannot collect; null while it can. */
    @Nullable
    Map<String, @Nullable Object> frozen;

    StoreRow(ComponentName name, int port) {
        this.name = name.toString();
        this.subTopic = name.inner();
        this.ip = name.ip();
        this.digits = name.digits();
        this.port = port;
    }

    boolean covers(long position) {
        return state == ComponentState.RUNNING && begin <= position && position <= end;
    }

    int status() {
        if (statusOverride != null) {
            return statusOverride;
        }
        return state == ComponentState.RUNNING ? 0 : 1;
    }
}
