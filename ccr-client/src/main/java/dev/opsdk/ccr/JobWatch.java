package dev.opsdk.ccr;

import dev.opsdk.ccr.assess.JobEvent;
import dev.opsdk.ccr.assess.JobHistory;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.ConflictException;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.error.UpstreamFailedException;
import dev.opsdk.core.internal.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Looks at a job whenever the next event is asked for and none is left. */
final class JobWatch implements Iterator<JobEvent> {
    private final Job job;
    private final TimeSource time;
    private final Duration pause;
    private final Optional<Deadline> end;
    private final JobHistory history;
    private final Deque<JobEvent> events = new ArrayDeque<>();
    private boolean looked;
    private boolean seen;
    private boolean gone;

    private JobWatch(Job job, TimeSource time, Duration pause, Optional<Duration> limit) {
        this.job = job;
        this.time = time;
        this.pause = pause;
        this.end = limit.map(duration -> Deadline.in(time, duration));
        this.history = new JobHistory(job.name());
    }

    static Stream<JobEvent> events(Job job, TimeSource time, Duration pause, Optional<Duration> limit) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new JobWatch(job, time, pause, limit), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    @Override
    public boolean hasNext() {
        while (events.isEmpty() && !gone) {
            pause();
            if (end.filter(Deadline::over).isPresent()) {
                return false;
            }
            events.addAll(look());
        }
        return !events.isEmpty();
    }

    @Override
    public JobEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the watch is over");
        }
        return events.removeFirst();
    }

    private List<JobEvent> look() {
        looked = true;
        try {
            List<JobEvent> news = history.add(job.snapshot());
            seen = true;
            return news;
        } catch (UnreachableException | NoReplyException | UpstreamFailedException | ConflictException e) {
            // also a metadata store that fails, and a takeover that takes long: a watch outlives them
            return history.unreachable(time.now(), e.getMessage());
        } catch (NotFoundException e) {
            if (!seen) {
                throw e; // a job that never was is a mistake, not an event
            }
            gone = true;
            return List.of(new JobEvent.Gone(job.name(), time.now()));
        }
    }

    private void pause() {
        if (!looked) {
            return;
        }
        try {
            Duration left = end.map(Deadline::remaining).orElse(pause);
            time.sleep(left.compareTo(pause) < 0 ? left : pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("interrupted while watching job '" + job.name() + "'");
        }
    }
}
