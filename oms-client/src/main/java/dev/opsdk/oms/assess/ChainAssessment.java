package dev.opsdk.oms.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a delay comes from: a store and the writer that reads from it, side by side.
 *
 * @param store how the store is
 * @param writer how the writer is
 * @param side who is to blame
 * @param severity how bad it is
 * @param writerBacklog how far the writer is behind the store; needs no clock
 * @param headroom how long until the store purges what the writer needs, if the writer stands; negative when it is purged
 * @param timeToLoss the same at the writer's own speed; empty when it keeps up, or when its speed is not known
 * @param reasons why, the weightiest first
 * @param nextSteps what to do, the first thing first
 */
public record ChainAssessment(
        StoreAssessment store,
        WriterAssessment writer,
        Side side,
        Severity severity,
        Optional<Duration> writerBacklog,
        Optional<Duration> headroom,
        Optional<Duration> timeToLoss,
        List<String> reasons,
        List<String> nextSteps) {

    /** Who is to blame. */
    public enum Side {
        /** Nobody. */
        NONE,
        /** The store, or what it reads from. */
        SOURCE_SIDE,
        /** The writer, or what it writes to. */
        WRITER_SIDE,
        /** The store does not hold what the writer needs. */
        WINDOW,
        /** Nobody can say. */
        UNKNOWN
    }

    /** How bad it is, with an exit code as monitoring systems expect it. */
    public enum Severity {
        /** In order. */
        OK(0),
        /** Look at it. */
        WARNING(1),
        /** Data is in danger, or nothing flows. */
        CRITICAL(2),
        /** Nobody can say whether it is well. */
        UNKNOWN(3);

        private final int exitCode;

        Severity(int exitCode) {
            this.exitCode = exitCode;
        }

        /**
         * What a check that runs from cron or CI should exit with.
         *
         * @return 0, 1, 2 or 3, as in Nagios
         */
        public int exitCode() {
            return exitCode;
        }
    }

    /** Store and writer are not read at the same moment. */
    private static final Duration BETWEEN_READS = Duration.ofSeconds(30);

    /** Keeps copies. */
    public ChainAssessment {
        reasons = List.copyOf(reasons);
        nextSteps = List.copyOf(nextSteps);
    }

    /**
     * Judges a chain.
     *
     * @param store how its store is
     * @param writer how its writer is
     * @param thresholds when late is too late, and headroom too small
     * @return the verdict
     */
    public static ChainAssessment of(StoreAssessment store, WriterAssessment writer, Thresholds thresholds) {
        boolean held = store.verdict().level() != Level.UNTRUSTWORTHY;
        Optional<Instant> at = writer.position().filter(position -> held);
        Optional<Duration> backlog = at.flatMap(position -> store.end().map(end -> Duration.between(position, end)));
        Optional<Duration> headroom =
                at.flatMap(position -> store.begin().map(begin -> Duration.between(begin, position)));
        Optional<Duration> loss =
                headroom.filter(room -> !room.isNegative()).flatMap(room -> loss(room, writer.trend()));
        List<String> reasons = new ArrayList<>();
        Side side;
        Severity severity;
        if (headroom.filter(Duration::isNegative).isPresent()) {
            side = Side.WINDOW;
            severity = Severity.CRITICAL;
            reasons.add("data loss risk: the writer is at " + at.orElseThrow() + ", "
                    + seconds(headroom.get().abs())
                    + " before what the store holds (from " + store.begin().orElseThrow()
                    + " on); a start will fail with CM-RESOIE000201");
        } else if (backlog.filter(behind -> behind.plus(BETWEEN_READS).isNegative())
                .isPresent()) {
            side = Side.WINDOW;
            severity = Severity.CRITICAL;
            reasons.add("data loss risk: the writer is at " + at.orElseThrow() + ", "
                    + seconds(backlog.get().abs())
                    + " ahead of what the store holds (up to " + store.end().orElseThrow()
                    + "); a start will fail with CM-RESOIE000201");
        } else {
            side = side(store.verdict().level(), writer.verdict().level());
            severity = severity(
                    side,
                    side == Side.WRITER_SIDE
                            ? writer.verdict().level()
                            : store.verdict().level());
        }
        boolean near = !headroom.map(Duration::isNegative).orElse(true)
                && headroom.get().compareTo(thresholds.headroom()) < 0
                && backlog.filter(behind -> behind.compareTo(thresholds.high()) > 0)
                        .isPresent();
        if (near) {
            reasons.add("headroom is small: in " + seconds(loss.orElse(headroom.get()))
                    + " the store purges what the writer needs");
            severity = severity == Severity.OK ? Severity.WARNING : severity;
        }
        if (side != Side.NONE) {
            store.verdict().reasons().forEach(reason -> reasons.add("store: " + reason));
            writer.verdict().reasons().forEach(reason -> reasons.add("writer: " + reason));
        }
        return new ChainAssessment(
                store,
                writer,
                side,
                severity,
                backlog.map(behind -> behind.isNegative() ? Duration.ZERO : behind),
                headroom,
                loss,
                reasons,
                NextSteps.of(store, writer, side, near));
    }

    private static Side side(Level store, Level writer) {
        return switch (store) {
            case UNTRUSTWORTHY, UNKNOWN -> Side.UNKNOWN;
            case ABNORMAL, STOPPED, LAGGING, STALLED -> Side.SOURCE_SIDE;
            case HEALTHY ->
                switch (writer) {
                    case HEALTHY -> Side.NONE;
                    case UNTRUSTWORTHY, UNKNOWN -> Side.UNKNOWN;
                    case ABNORMAL, STOPPED, LAGGING, STALLED -> Side.WRITER_SIDE;
                };
        };
    }

    private static Severity severity(Side side, Level blamed) {
        return switch (side) {
            case NONE -> Severity.OK;
            case UNKNOWN -> Severity.UNKNOWN;
            default -> blamed == Level.LAGGING ? Severity.WARNING : Severity.CRITICAL;
        };
    }

    /** The window's begin moves on with time, the writer with its own speed. */
    private static Optional<Duration> loss(Duration headroom, Trend writer) {
        return writer.speed().isPresent()
                        && writer.speed().getAsDouble() < 1
                        && writer.over().compareTo(Trend.SPAN) >= 0
                ? Optional.of(Duration.ofSeconds(
                        Math.round(headroom.toSeconds() / (1 - writer.speed().getAsDouble()))))
                : Optional.empty();
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + " s";
    }

    /**
     * What was measured between the two.
     *
     * @return by name, in a fixed order
     */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        writerBacklog.ifPresent(time -> facts.put("writerBacklog", seconds(time)));
        headroom.ifPresent(time -> facts.put("headroom", seconds(time)));
        timeToLoss.ifPresent(time -> facts.put("timeToLoss", seconds(time)));
        return Collections.unmodifiableMap(facts);
    }

    /** All of it, to be read. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(severity + " " + side + " " + facts());
        reasons.forEach(reason -> text.append("\n  ").append(reason));
        text.append("\n  ").append(store).append("\n  ").append(writer);
        nextSteps.forEach(step -> text.append("\n  next: ").append(step));
        return text.toString();
    }
}
