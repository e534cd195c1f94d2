package dev.opsdk.ccr;

import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.core.testkit.FakeTime;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.ccr.CcrGeneration;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.ccr.CcrSimulatorBuilder;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Simulated syncers, a client of all of them, and one time for both: while the client sleeps, the simulation goes on. */
final class Bench implements AutoCloseable {
    final CcrSimulator sim;
    final FakeTime time = FakeTime.start();
    final CcrClient ccr;

    private Bench(CcrSimulatorBuilder builder, UnaryOperator<CcrClient.Builder> more) {
        sim = builder.start();
        sim.source().database("demo").tables("t1", "t2");
        time.whileAsleep(() -> {
            List<Duration> sleeps = time.sleeps();
            sim.advance(sleeps.get(sleeps.size() - 1));
        });
        ccr = client(more);
    }

    /** One syncer. */
    static Bench of(CcrGeneration generation) {
        return of(CcrSimulator.builder().generation(generation));
    }

    /** Two syncers of one metadata store. */
    static Bench two() {
        return of(CcrSimulator.builder().nodes(2));
    }

    static Bench of(CcrSimulatorBuilder builder) {
        return of(builder, told -> told);
    }

    static Bench of(CcrSimulatorBuilder builder, UnaryOperator<CcrClient.Builder> more) {
        return new Bench(builder, more);
    }

    /** Another client of the same syncers. */
    CcrClient client(UnaryOperator<CcrClient.Builder> more) {
        return more.apply(CcrClient.builder()
                        .syncers(sim.urls().toArray(String[]::new))
                        .timeSource(time))
                .build();
    }

    /** A database job of a node, past its full sync; the journal is empty afterwards. */
    Bench withJob(String name, int node) {
        return with(WireCall.aJob(name, job -> job), node);
    }

    /** A job of a node, past its full sync; the journal is empty afterwards. */
    Bench with(CreateJob job, int node) {
        try (CcrClient there = CcrClient.connect(sim.node(node).url())) {
            there.jobs().create(job);
        }
        sim.advance(Duration.ofSeconds(30));
        sim.journal().clear();
        return this;
    }

    /** Every request so far, as {@code node path}. */
    List<String> asked() {
        return sim.journal().entries().stream()
                .map(entry -> entry.node() + " " + entry.path())
                .toList();
    }

    List<Journal.Entry> executed(String path) {
        return sim.journal().executed(path);
    }

    @Override
    public void close() {
        ccr.close();
        sim.close();
    }
}
