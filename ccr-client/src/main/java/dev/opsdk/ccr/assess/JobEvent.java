package dev.opsdk.ccr.assess;

import dev.opsdk.ccr.model.JobSnapshot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Something that happened to a watched job. Prints as time, job and what happened. */
public sealed interface JobEvent {
    /**
     * The job's name.
     *
     * @return the name
     */
    String job();

    /**
     * When it was seen, by this machine's clock; it happened at some time since the look before.
     *
     * @return the time
     */
    Instant at();

    /** The first look. */
    record Seen(String job, Instant at, JobSnapshot snapshot) implements JobEvent {
        @Override
        public String toString() {
            return line(this, "seen: " + snapshot);
        }
    }

    /** Somebody paused or resumed it. */
    record StateChanged(String job, Instant at, String from, String to) implements JobEvent {
        @Override
        public String toString() {
            return line(this, "state " + from + " -> " + to);
        }
    }

    /** It went to another phase. */
    record PhaseChanged(String job, Instant at, String from, String to) implements JobEvent {
        @Override
        public String toString() {
            return line(this, "phase " + from + " -> " + to);
        }
    }

    /** It began to copy: everything or one table. Nobody need have asked for it. */
    record CopyStarted(String job, Instant at, SnapshotRound round) implements JobEvent {
        @Override
        public String toString() {
            return line(this, (round.full() ? "full sync started: " : "partial sync started: ") + round.reason());
        }
    }

    /** It has applied everything there was. */
    record ReachedEnd(String job, Instant at, JobSnapshot snapshot) implements JobEvent {
        @Override
        public String toString() {
            return line(this, "caught up: " + snapshot);
        }
    }

    /** It has something to do and does nothing; said once until it moves again. */
    record Stalled(String job, Instant at, Stall stall) implements JobEvent {
        @Override
        public String toString() {
            return line(this, stall.toString());
        }
    }

    /** It moves again after a stall. */
    record Moving(String job, Instant at, JobSnapshot snapshot) implements JobEvent {
        @Override
        public String toString() {
            return line(this, "moves again: " + snapshot);
        }
    }

    /** The source no longer keeps what it needs, or nearly so. */
    record RetentionDanger(String job, Instant at, Retention retention) implements JobEvent {
        @Override
        public String toString() {
            return line(this, "retention " + retention);
        }
    }

    /** Its lag became unknown; see {@link Lag} for what may hide behind a zero. */
    record LagUnknown(String job, Instant at, String why) implements JobEvent {
        @Override
        public String toString() {
            return line(this, "lag unknown: " + why);
        }
    }

    /** No syncer could tell about the job: none can be reached, or none can read its store; said once until one tells again. */
    record Unreachable(String job, Instant at, String why) implements JobEvent {
        @Override
        public String toString() {
            return line(this, "unreachable: " + why);
        }
    }

    /** A syncer answers again. */
    record Reachable(String job, Instant at) implements JobEvent {
        @Override
        public String toString() {
            return line(this, "reachable again");
        }
    }

    /** There is no such job any more. The last event. */
    record Gone(String job, Instant at) implements JobEvent {
        @Override
        public String toString() {
            return line(this, "gone");
        }
    }

    private static String line(JobEvent event, String what) {
        return event.at().truncatedTo(ChronoUnit.SECONDS) + " " + event.job() + " " + what;
    }
}
