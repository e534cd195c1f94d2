package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.JsonException;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** {@code /get_lag}: asks the source's frontend, and does not look whether that answered with an error. */
final class LagRoute {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String MINUS_ONE_TIME = "1970-01-01 08:00:00";
    private static final String RPC_ERROR = "thrift error: GetBinlogLag error: remote or network error: get connection "
            + "error: dial tcp 127.0.0.1:19020: connection has been closed by peer, req: TGetBinlogRequest({Cluster:"
            + "<nil> User:0xc0000e11f0 Passwd:0xc0000e1200 Db:0xc0000e1220 Table:<nil> TableId:<nil> UserIp:<nil> "
            + "Token:<nil> PrevCommitSeq:0xc000015780}): [rpc] remote or network error: get connection error: dial tcp "
            + "127.0.0.1:19020: connection has been closed by peer";

    /** What comes out; an instant of null stands for the minus one of the frontend. */
    private record Lag(long count, long first, long last, long next, Times times) {}

    private record Times(Optional<Instant> first, Optional<Instant> last, Instant next) {}

    private static final Times NO_TIMES =
            new Times(Optional.of(Instant.EPOCH), Optional.of(Instant.EPOCH), Instant.EPOCH);

    private final World world;

    LagRoute(World world) {
        this.world = world;
    }

    /** As it is since it needs no lock and no owner: it reads the job from the metadata database. */
    SimResponse serve(SimRequest request) {
        String name;
        try {
            GoStruct body = GoStruct.decode(request.body(), "CcrCommonRequest");
            name = body.string("name");
            body.check();
        } catch (JsonException e) {
            return refused(e.text());
        }
        if (name.isEmpty()) {
            return refused("name is empty");
        }
        synchronized (world) {
            return world.row(name)
                    .map(this::answer)
                    .orElseGet(() -> refused(world.settings.metadata + ": get job failed, name: " + name
                            + ": [db] sql: no rows in result set"));
        }
    }

    SimResponse refused(String message) {
        Json zeros = Replies.failure(message).put("lag", 0);
        if (world.settings.lagWithSeqs) {
            zeros.put("first_commit_seq", 0)
                    .put("last_commit_seq", 0)
                    .put("first_binlog_timestamp", "")
                    .put("last_binlog_timestamp", "");
            if (world.settings.since(CcrGeneration.G5)) {
                zeros.put("time_interval_secs", 0).put("next_commit_seq", 0).put("next_binlog_timestamp", "");
            } else {
                zeros.put("time_interval", 0);
            }
        }
        return Replies.json(zeros, Outcome.REFUSED);
    }

    SimResponse answer(JobRow job) {
        FrontendAnswer answer = world.source.answerFor(job.src.database, job.src.table);
        if (answer == FrontendAnswer.RPC_FAILURE) {
            return refused(RPC_ERROR);
        }
        Lag lag = switch (answer) {
            case ERROR -> new Lag(0, 0, 0, 0, NO_TIMES);
            case LAG_ONLY -> new Lag(measure(job).count(), 0, 0, 0, NO_TIMES);
            case MINUS_ONE -> minusOne();
            default -> measure(job);
        };
        Json json = Replies.success().put("lag", lag.count());
        if (world.settings.lagWithSeqs) {
            write(json, lag);
        }
        return Replies.json(json, Outcome.EXECUTED);
    }

    long count(JobRow job) {
        return measure(job).count();
    }

    private Lag measure(JobRow job) {
        String database = job.src.database;
        String table = job.src.table;
        Optional<Binlog> first = world.source.first(database, table);
        Optional<Binlog> last = world.source.last(database, table);
        if (first.isEmpty() || last.isEmpty()) {
            return minusOne();
        }
        Optional<Binlog> next = world.source.next(database, table, job.progress.commitSeq);
        Times times = new Times(
                first.map(Binlog::at),
                last.map(Binlog::at),
                next.map(Binlog::at).orElse(Instant.EPOCH));
        return new Lag(
                world.source.countAfter(database, table, job.progress.commitSeq),
                first.get().seq(),
                last.get().seq(),
                next.map(Binlog::seq).orElse(0L),
                times);
    }

    private static Lag minusOne() {
        return new Lag(0, -1, -1, 0, new Times(Optional.empty(), Optional.empty(), Instant.EPOCH));
    }

    private void write(Json json, Lag lag) {
        Times times = lag.times();
        json.put("first_commit_seq", lag.first())
                .put("last_commit_seq", lag.last())
                .put("first_binlog_timestamp", time(times.first()))
                .put("last_binlog_timestamp", time(times.last()));
        Instant last = times.last().orElse(Instant.EPOCH);
        if (world.settings.since(CcrGeneration.G5)) {
            // with nothing behind, next is the epoch and the difference is half a century
            json.put("time_interval_secs", seconds(times.next(), last))
                    .put("next_commit_seq", lag.next())
                    .put("next_binlog_timestamp", time(Optional.of(times.next())));
        } else {
            json.put("time_interval", seconds(times.first().orElse(Instant.EPOCH), last));
        }
    }

    private String time(Optional<Instant> at) {
        return at.map(found -> TIME.format(found.atZone(world.settings.zone))).orElse(MINUS_ONE_TIME);
    }

    private static BigDecimal seconds(Instant from, Instant to) {
        BigDecimal seconds =
                BigDecimal.valueOf(Duration.between(from, to).toMillis(), 3).stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }
}
