package dev.opsdk.simulator.oms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A JDBCWriter. */
final class WriterRow extends WorkerRow {

    final IniText cfg;
    final int port;

    @Nullable
    Boolean activeOverride;

    @Nullable
    String statusOverride;

    WriterRow(ComponentName name, IniText cfg, int port, Instant created) {
        super(name, name.inner(), created);
        this.cfg = cfg;
        this.port = port;
    }

    @Override
    WriterRow successor(ComponentName next, Instant now) {
        WriterRow moved = new WriterRow(next, cfg.copy(), port, now);
        moved.cfg.put("daemon.ip", next.ip());
        moved.cfg.put("subId", next.digits());
        moved.inherit(this);
        return moved;
    }

    boolean isActive() {
        return activeOverride != null ? activeOverride : state == ComponentState.RUNNING;
    }

    /** A writer that died keeps the status it should have; only {@code active} tells. */
    String status() {
        if (statusOverride != null) {
            return statusOverride;
        }
        return state == ComponentState.STOPPED ? "stopped" : "running";
    }
}
