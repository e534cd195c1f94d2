package dev.opsdk.simulator.oms;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How stores start, read, purge and die. */
final class StoreLife {

    private static final DateTimeFormatter CTIME =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH);

    private StoreLife() {}

    static void tick(World world, StoreRow store, Instant now) {
        if (store.state != ComponentState.RUNNING) {
            return;
        }
        OmsSource source = world.source(store.subTopic);
        Instant death = store.deathAt;
        if (death == null && !source.hasLogsFrom(store.end)) {
            death = now;
        }
        if (death != null && !death.isAfter(now)) {
            die(store, now, source);
            return;
        }
        if (!store.stalled && source.hasLogsFrom(store.end)) {
            store.end = Math.max(store.end, Math.min(source.head(), store.end + world.settings.storeSpeed));
        }
        long outdated = now.getEpochSecond() - store.retention;
        store.begin = Math.min(store.end, Math.max(store.begin, outdated));
    }

    /** What CM calls success: the process is there. Whether its reader can read shows later. */
    static void start(World world, StoreRow store) {
        store.state = ComponentState.RUNNING;
        store.errorDetails.clear();
        store.errMsg = "[" + CTIME.format(world.now().atZone(world.settings.zone)) + "] DRC_500:Store " + store.subTopic
                + "." + store.digits + " started successfully\n";
        Duration life = store.diesAfterRestore;
        if (life == null && !world.source(store.subTopic).hasLogsFrom(store.end)) {
            life = world.settings.readerDeath;
        }
        store.deathAt = life == null ? null : world.now().plus(life);
    }

    static void restore(World world, StoreRow store) {
        store.port++;
        if (!world.settings.restoreKeepsData) {
            store.begin = store.end;
            store.origin = store.end;
        }
        start(world, store);
    }

    static void die(StoreRow store, Instant now, OmsSource source) {
        store.state = ComponentState.DEAD;
        store.deathAt = null;
        store.errorDetails.add(reason(now, source, store.end));
    }

    private static String reason(Instant now, OmsSource source, long position) {
        String what = source.type() == SourceType.ORACLE ? "Oracle log file" : "Log file";
        return "{\"level\":\"FATAL\",\"gmt\":" + now.getEpochSecond() + ",\"code\":\"1\",\"message\":\"" + what
                + " does not exist\",\"reason\":\"The log of " + position + " does not exist in the source\","
                + "\"proposal\":\"Recover the log file or re-create the migration task\",\"context\":{}}";
    }
}
