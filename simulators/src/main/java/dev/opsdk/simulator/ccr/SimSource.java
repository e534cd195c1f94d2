package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.SimClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The cluster that is copied from: it commits binlogs, keeps them for a while, and tells how far a job is behind. */
public final class SimSource extends SimCluster {

    private static final class Log {
        final List<Binlog> retained = new ArrayList<>();
        long collectedUpTo;
        double perSecond;
        double owed;
        Instant filledAt;

        Log(Instant now) {
            filledAt = now;
        }
    }

    private final SimClock clock;
    private final Map<String, Log> logs = new HashMap<>();
    private Duration retention = Duration.ofDays(1);
    private FrontendAnswer answer = FrontendAnswer.OK;
    private long nextSeq = 1000;

    SimSource(Object lock, SimClock clock) {
        super(lock, 10116, 20001);
        this.clock = clock;
    }

    /**
     * Commits binlogs to the first table of a database.
     *
     * @param database its name
     * @param count how many
     * @return the sequence number of the last one
     */
    public long write(String database, int count) {
        synchronized (lock) {
            return write(
                    database,
                    database(database).tableNames().stream().findFirst().orElse("t1"),
                    count);
        }
    }

    /**
     * Commits binlogs to a table.
     *
     * @param database the database
     * @param table the table
     * @param count how many
     * @return the sequence number of the last one
     */
    public long write(String database, String table, int count) {
        synchronized (lock) {
            Log log = log(database);
            for (int i = 0; i < count; i++) {
                log.retained.add(new Binlog(nextSeq++, table, clock.now()));
            }
            return nextSeq - 1;
        }
    }

    /**
     * Lets binlogs come by themselves, as time goes.
     *
     * @param database the database
     * @param perSecond how many in a simulated second
     */
    public void writeSteadily(String database, double perSecond) {
        synchronized (lock) {
            log(database).perSecond = perSecond;
        }
    }

    /**
     * Sets how long binlogs are kept; a job that falls behind further starts over with a full sync.
     *
     * @param kept simulated time, one day unless said otherwise
     */
    public void retention(Duration kept) {
        synchronized (lock) {
            retention = kept;
        }
    }

    /**
     * Collects old binlogs as garbage now.
     *
     * @param database the database
     * @param upTo the last sequence number that is lost
     */
    public void collectGarbage(String database, long upTo) {
        synchronized (lock) {
            collect(log(database), upTo);
        }
    }

    /**
     * Sets what the frontend answers to questions about lag from now on.
     *
     * @param next the answer
     */
    public void answerLag(FrontendAnswer next) {
        synchronized (lock) {
            answer = next;
        }
    }

    /**
     * The newest binlog of a database.
     *
     * @param database the database
     * @return its sequence number, 0 when there is none
     */
    public long lastSeq(String database) {
        synchronized (lock) {
            return lastSeq(database, "");
        }
    }

    /** The newest binlog of a scope, kept or not; an empty table name means the whole database. */
    long lastSeq(String database, String table) {
        return last(database, table).map(Binlog::seq).orElseGet(() -> log(database).collectedUpTo);
    }

    Optional<Binlog> next(String database, String table, long after) {
        return after(database, after).filter(binlog -> of(binlog, table)).findFirst();
    }

    long countAfter(String database, String table, long after) {
        return after(database, after).filter(binlog -> of(binlog, table)).count();
    }

    /** Set when binlogs after {@code commitSeq} are gone: the first that is still there, or would be. */
    OptionalLong gapAfter(String database, long commitSeq) {
        Log log = log(database);
        return log.collectedUpTo > commitSeq ? OptionalLong.of(log.collectedUpTo) : OptionalLong.empty();
    }

    /** Whether the frontend can serve binlogs of this scope at all. */
    boolean serves(String database, String table) {
        boolean found = find(database).filter(SimDatabase::hasBinlog).isPresent()
                && (table.isEmpty()
                        || table(database, table).filter(SimTable::hasBinlog).isPresent());
        return found && !isDown() && answer != FrontendAnswer.ERROR && answer != FrontendAnswer.RPC_FAILURE;
    }

    FrontendAnswer answerFor(String database, String table) {
        if (isDown()) {
            return FrontendAnswer.RPC_FAILURE;
        }
        return answer == FrontendAnswer.OK && !serves(database, table) ? FrontendAnswer.ERROR : answer;
    }

    Optional<Binlog> first(String database, String table) {
        return next(database, table, 0);
    }

    Optional<Binlog> last(String database, String table) {
        List<Binlog> all = log(database).retained;
        for (int i = all.size() - 1; i >= 0; i--) {
            if (of(all.get(i), table)) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    private Stream<Binlog> after(String database, long seq) {
        List<Binlog> all = log(database).retained;
        return all.subList(indexAfter(all, seq), all.size()).stream();
    }

    private static boolean of(Binlog binlog, String table) {
        return table.isEmpty() || binlog.table().equals(table);
    }

    private static int indexAfter(List<Binlog> all, long seq) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).seq() <= seq) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Log log(String database) {
        Log log = logs.computeIfAbsent(database, name -> {
            Log fresh = new Log(clock.now());
            // turning binlogs on writes a first, empty one for each table
            for (String table : database(name).tableNames()) {
                fresh.retained.add(new Binlog(nextSeq++, table, clock.now()));
            }
            return fresh;
        });
        fill(log, database);
        return log;
    }

    private void fill(Log log, String database) {
        Instant now = clock.now();
        log.owed += Duration.between(log.filledAt, now).toNanos() / 1e9 * log.perSecond;
        log.filledAt = now;
        List<String> tables = database(database).tableNames();
        for (; log.owed >= 1; log.owed--) {
            String table = tables.isEmpty() ? "t1" : tables.get((int) (nextSeq % tables.size()));
            log.retained.add(new Binlog(nextSeq++, table, now));
        }
        Instant oldest = now.minus(retention);
        long expired = 0;
        for (Binlog binlog : log.retained) {
            if (!binlog.at().isBefore(oldest)) {
                break;
            }
            expired = binlog.seq();
        }
        collect(log, expired);
    }

    private static void collect(Log log, long upTo) {
        int kept = indexAfter(log.retained, upTo);
        if (kept > 0) {
            log.retained.subList(0, kept).clear();
            log.collectedUpTo = upTo;
        }
    }
}
