package dev.opsdk.examples.soak;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.Job;
import dev.opsdk.ccr.assess.JobEvent;
import dev.opsdk.ccr.model.ClusterEndpoint;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.core.TimeSource;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.ccr.CcrSimulator;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Two syncers, of which one dies in every round. */
final class CcrWork implements Work {
    private static final int JOBS = 4;

    private final CcrSimulator syncers = CcrSimulator.builder().nodes(2).start();
    private final CcrClient ccr = client(Rough::patient);
    private final CcrClient hasty = client(Rough::hasty);

    CcrWork() {
        syncers.source().database("shop").tables("orders");
        for (int i = 0; i < JOBS; i++) {
            ccr.jobs().create(CreateJob.database("job" + i, at("shop"), at("copy" + i)));
        }
        syncers.advance(Duration.ofMinutes(2));
    }

    private CcrClient client(UnaryOperator<CcrClient.Builder> kind) {
        return kind.apply(CcrClient.builder().syncers(syncers.urls().toArray(String[]::new)))
                .timeSource(TimeSource.simulated(syncers.clock()::now, syncers::advance))
                .build();
    }

    private static Consumer<ClusterEndpoint.Builder> at(String database) {
        return cluster -> cluster.host("127.0.0.1")
                .port(9030)
                .thriftPort(9020)
                .user("root")
                .password("soak")
                .database(database);
    }

    @Override
    public void round(int number) throws InterruptedException {
        Job job = ccr.job("job" + number % JOBS);
        syncers.source().write("shop", 3);
        job.procedures().pauseAndConfirm().run();
        job.procedures().resumeAndConfirm().run();
        job.awaitCaughtUp(Duration.ofHours(1));
        ccr.jobs().snapshots();
        try (Stream<JobEvent> events = job.watch(Duration.ofMinutes(1))) {
            events.limit(3).forEach(event -> {});
        }
        Rough.crowd(ccr, c -> c.job(job.name()).detail());
        for (Fault fault : Rough.faults()) {
            syncers.node(0).fail(fault.times(2));
            Rough.attempt(() -> hasty.jobs().list());
            Rough.attempt(() -> hasty.job(job.name()).pause());
            syncers.node(0).releaseFaults();
            syncers.node(0).clearFaults();
        }
        syncers.node(number % 2).kill();
        Rough.attempt(() -> hasty.job(job.name()).detail());
        syncers.node(number % 2).restart();
        syncers.advance(Duration.ofMinutes(2));
        try (CcrClient another = client(Rough::patient)) {
            another.version();
            another.async().call(CcrClient::features).join();
            another.job(job.name()).resume();
        }
        syncers.journal().clear();
    }

    @Override
    public void close() {
        ccr.close();
        hasty.close();
        syncers.close();
    }
}
