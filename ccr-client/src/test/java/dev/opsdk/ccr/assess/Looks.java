package dev.opsdk.ccr.assess;

import dev.opsdk.ccr.model.FullSyncInfo;
import dev.opsdk.ccr.model.JobDetail;
import dev.opsdk.ccr.model.JobLag;
import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.ccr.model.JobState;
import dev.opsdk.ccr.model.SubSync;
import dev.opsdk.ccr.model.SubSyncState;
import dev.opsdk.ccr.model.SyncState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at a job that is well, and what a test changes about them. */
final class Looks {
    static final String JOB = "orders";
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private Looks() {}

    /** Running, incremental, idle at 1000, a trusted zero lag. */
    static JobSnapshot well() {
        return new JobSnapshot(
                JOB,
                START,
                JobDetail.builder().name(JOB).state(JobState.of(0)).build(),
                progress(p -> {}),
                Optional.of(lag(l -> l.lag(0).firstCommitSeq(900).lastCommitSeq(1000))),
                "");
    }

    static JobProgress progress(Consumer<JobProgress.Builder> change) {
        JobProgress.Builder builder = JobProgress.builder()
                .jobName(JOB)
                .syncState(SyncState.of(3))
                .subSync(SubSync.builder().state(SubSyncState.of(-1)).build())
                .jobSyncId(7)
                .prevCommitSeq(1000)
                .commitSeq(1000)
                .lastCommitSeq(1000)
                .fullSyncStartAtSeconds(100)
                .fullSyncInfo(FullSyncInfo.builder().info("new job").build());
        change.accept(builder);
        return builder.build();
    }

    static JobLag lag(Consumer<JobLag.Builder> change) {
        JobLag.Builder builder = JobLag.builder();
        change.accept(builder);
        return builder.build();
    }

    static JobSnapshot progressing(JobSnapshot look, Consumer<JobProgress.Builder> change) {
        return new JobSnapshot(look.job(), look.at(), look.detail(), progress(change), look.lag(), look.lagFailure());
    }

    static JobSnapshot lagging(JobSnapshot look, Consumer<JobLag.Builder> change) {
        return new JobSnapshot(look.job(), look.at(), look.detail(), look.progress(), Optional.of(lag(change)), "");
    }

    static JobSnapshot withoutLag(JobSnapshot look, String failure) {
        return new JobSnapshot(look.job(), look.at(), look.detail(), look.progress(), Optional.empty(), failure);
    }

    static JobSnapshot paused(JobSnapshot look) {
        return state(look, Optional.of(JobState.of(1)));
    }

    static JobSnapshot state(JobSnapshot look, Optional<JobState> state) {
        JobDetail.Builder detail = JobDetail.builder().name(JOB);
        state.ifPresent(detail::state);
        return new JobSnapshot(look.job(), look.at(), detail.build(), look.progress(), look.lag(), look.lagFailure());
    }

    static JobSnapshot at(JobSnapshot look, int number) {
        return new JobSnapshot(
                look.job(),
                START.plusSeconds(3L * number),
                look.detail(),
                look.progress(),
                look.lag(),
                look.lagFailure());
    }

    /** The same look several times, three seconds apart. */
    static List<JobSnapshot> times(int count, JobSnapshot look) {
        return series(count, (number, same) -> same, look);
    }

    interface Change {
        JobSnapshot of(int number, JobSnapshot look);
    }

    static List<JobSnapshot> series(int count, Change change, JobSnapshot first) {
        List<JobSnapshot> looks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            looks.add(at(change.of(i, first), i));
        }
        return looks;
    }

    static List<JobSnapshot> inOrder(JobSnapshot... looks) {
        List<JobSnapshot> all = new ArrayList<>();
        for (JobSnapshot look : looks) {
            all.add(at(look, all.size()));
        }
        return all;
    }
}
