package dev.opsdk.simulator.oms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A process that reads a store and writes to the destination. Guarded by the world's monitor. */
abstract class WorkerRow {

    final ComponentName fullName;
    final String name;
    final String subTopic;
    Instant created;
    Instant modified;
    ComponentState state = ComponentState.STOPPED;
    long position;
    long sampledPosition;
    long sampledAt;
    long rowsWritten;

    /** Seconds of changes it works off in a second. */
    long speed = 10;

    /** CM has given it up in favour of a new name. */
    boolean retired;

    /** Given up by CM, but its process is alive on its host. */
    boolean zombie;

    /** Its process was alive when its host went down, and is again when the host comes back. */
    boolean aliveOnLostHost;

    int startsToFail;

    @Nullable
    String successor;

    WorkerRow(ComponentName fullName, String subTopic, Instant created) {
        this.fullName = fullName;
        this.name = fullName.toString();
        this.subTopic = subTopic;
        this.created = created;
        this.modified = created;
    }

    String ip() {
        return fullName.ip();
    }

    boolean isKnown() {
        return !retired && state != ComponentState.GONE;
    }

    /** Whether a process of that name writes, wanted or not. */
    boolean writes() {
        return zombie || state == ComponentState.RUNNING;
    }

    /** The same task under a new name. */
    abstract WorkerRow successor(ComponentName next, Instant now);

    void inherit(WorkerRow old) {
        position = old.position;
        sampledPosition = old.sampledPosition;
        sampledAt = old.sampledAt;
        speed = old.speed;
    }
}
