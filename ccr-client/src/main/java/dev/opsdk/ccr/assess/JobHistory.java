package dev.opsdk.ccr.assess;

import dev.opsdk.ccr.model.JobSnapshot;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns one look after the other into events. Not thread-safe; keeps no more looks than a verdict needs. */
public final class JobHistory {
    private final String job;
    private final Deque<JobSnapshot> looks = new ArrayDeque<>();
    private boolean atEnd;
    private boolean stalled;
    private boolean lagUnknown;
    private boolean unreachable;
    private Retention.Verdict retention = Retention.Verdict.SAFE;

    /**
     * Starts with nothing seen.
     *
     * @param job the job's name
     */
    public JobHistory(String job) {
        this.job = job;
    }

    /**
     * Takes a look into account.
     *
     * @param look newer than the ones before
     * @return what happened since the one before
     */
    public List<JobEvent> add(JobSnapshot look) {
        List<JobEvent> events = new ArrayList<>();
        Instant at = look.at();
        if (unreachable) {
            unreachable = false;
            events.add(new JobEvent.Reachable(job, at));
        }
        @Nullable JobSnapshot before = looks.peekLast();
        looks.addLast(look);
        if (looks.size() > Stall.LOOKS) {
            looks.removeFirst();
        }
        if (before == null) {
            events.add(new JobEvent.Seen(job, at, look));
        } else {
            changes(before, look, events);
        }
        conditions(look, events);
        return events;
    }

    /**
     * Takes into account that no syncer could be asked.
     *
     * @param at when
     * @param why the failure
     * @return at most one event, the first time in a row
     */
    public List<JobEvent> unreachable(Instant at, String why) {
        if (unreachable) {
            return List.of();
        }
        unreachable = true;
        return List.of(new JobEvent.Unreachable(job, at, why));
    }

    private void changes(JobSnapshot before, JobSnapshot look, List<JobEvent> events) {
        Instant at = look.at();
        if (!before.detail().state().equals(look.detail().state())) {
            events.add(new JobEvent.StateChanged(
                    job, at, text(before.detail().state()), text(look.detail().state())));
        }
        if (!before.progress().syncState().equals(look.progress().syncState())) {
            events.add(new JobEvent.PhaseChanged(
                    job,
                    at,
                    text(before.progress().syncState()),
                    text(look.progress().syncState())));
        }
        SnapshotRound.between(before.progress(), look.progress())
                .ifPresent(round -> events.add(new JobEvent.CopyStarted(job, at, round)));
    }

    /** Conditions last; each is said when it begins. */
    private void conditions(JobSnapshot look, List<JobEvent> events) {
        Instant at = look.at();
        boolean nowAtEnd = CaughtUp.of(look).yes();
        if (nowAtEnd && !atEnd) {
            events.add(new JobEvent.ReachedEnd(job, at, look));
        }
        atEnd = nowAtEnd;
        Stall stall = Stall.of(List.copyOf(looks));
        if (stall.verdict() == Stall.Verdict.STALLED && !stalled) {
            stalled = true;
            events.add(new JobEvent.Stalled(job, at, stall));
        } else if (stalled && stall.verdict() == Stall.Verdict.MOVING) {
            stalled = false;
            events.add(new JobEvent.Moving(job, at, look));
        }
        Retention danger = Retention.of(look);
        boolean dangerous = danger.verdict() == Retention.Verdict.NEAR || danger.verdict() == Retention.Verdict.LOST;
        if (dangerous && danger.verdict() != retention) {
            events.add(new JobEvent.RetentionDanger(job, at, danger));
        }
        if (danger.verdict() != Retention.Verdict.UNKNOWN || !look.incremental()) {
            retention = danger.verdict(); // a lag that cannot be had for a moment says nothing new
        }
        Lag lag = Lag.of(look);
        boolean nowUnknown = lag.confidence() == Lag.Confidence.UNKNOWN;
        if (nowUnknown && !lagUnknown) {
            events.add(new JobEvent.LagUnknown(job, at, lag.why()));
        }
        lagUnknown = nowUnknown;
    }

    private static String text(java.util.Optional<?> value) {
        return value.map(Object::toString).orElse("unknown");
    }
}
