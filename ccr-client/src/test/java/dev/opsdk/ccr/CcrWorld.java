package dev.opsdk.ccr;

import dev.opsdk.ccr.model.ClusterEndpoint;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.core.testkit.SimTime;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.ccr.CcrGeneration;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.ccr.CcrSimulatorBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A simulated syncer, its time, and a client that lives in that time. */
public final class CcrWorld implements AutoCloseable {
    /** What the jobs are made with; must never be printed. */
    public static final String PASSWORD = "pl4nted'secret";

    private static final Set<String> READS =
            Set.of("/version", "/list_jobs", "/job_detail", "/job_progress", "/get_lag", "/features", "/view");

    private final CcrSimulator sim;
    private final SimTime time;
    private final CcrClient ccr;

    private CcrWorld(CcrSimulatorBuilder builder, Consumer<CcrClient.Builder> change) {
        sim = builder.start();
        sim.source().database("demo").tables("t1", "t2");
        time = SimTime.of(sim.clock()::now, sim.clock()::advance);
        ccr = client(change);
    }

    /** A syncer of that generation with nothing in it but source tables. */
    public static CcrWorld of(CcrGeneration generation) {
        return of(generation, sim -> {}, client -> {});
    }

    /** The same, changed. */
    public static CcrWorld of(
            CcrGeneration generation, Consumer<CcrSimulatorBuilder> sim, Consumer<CcrClient.Builder> client) {
        CcrSimulatorBuilder builder = CcrSimulator.builder().generation(generation);
        sim.accept(builder);
        return new CcrWorld(builder, client);
    }

    /** The truth. */
    public CcrSimulator sim() {
        return sim;
    }

    /** The simulator's time as the client's. */
    public SimTime time() {
        return time;
    }

    /** The client. */
    public CcrClient ccr() {
        return ccr;
    }

    /** Another client of the same syncers, in the same time. */
    public CcrClient client(Consumer<CcrClient.Builder> change) {
        CcrClient.Builder builder =
                CcrClient.builder().syncers(sim.urls().toArray(String[]::new)).timeSource(time);
        change.accept(builder);
        return builder.build();
    }

    /** What a job of the whole database is made of. */
    public static Consumer<CreateJob.Builder> ofDatabase(String name) {
        return job -> job.name(name)
                .src(src -> side(src, 19030).database("demo"))
                .dest(dest -> side(dest, 19031).database("demo2"));
    }

    /** What a job of one table is made of. */
    public static Consumer<CreateJob.Builder> ofTable(String name, String table) {
        return job -> job.name(name)
                .src(src -> side(src, 19030).database("demo").table(table))
                .dest(dest -> side(dest, 19031).database("demo2").table(table));
    }

    private static ClusterEndpoint.Builder side(ClusterEndpoint.Builder side, int port) {
        side.host("127.0.0.1").port(port).thriftPort(19020).user("root").password(PASSWORD);
        return side;
    }

    /** A new job that has not copied anything yet. */
    public Job create(Consumer<CreateJob.Builder> job) {
        return ccr.jobs().create(job);
    }

    /** A job that follows the source, and a journal that does not know how it came to be. */
    public Job incremental(Consumer<CreateJob.Builder> job) {
        Job made = create(job);
        sim.advance(Duration.ofSeconds(30));
        sim.journal().clear();
        return made;
    }

    /** A job that fails at a binlog again and again, with three more behind it. */
    public Job stuck(Consumer<CreateJob.Builder> job) {
        Job made = incremental(job);
        long bad = sim.source().write("demo", "t1", 1);
        sim.source().write("demo", "t1", 3);
        sim.job(made.name()).failAt(bad);
        sim.advance(Duration.ofSeconds(6));
        return made;
    }

    /** Everything asked that could have changed something. */
    public List<Journal.Entry> mutations() {
        return sim.journal().entries().stream()
                .filter(entry -> !READS.contains(entry.path()))
                .toList();
    }

    /** What really changed something, by path. */
    public List<String> executed() {
        return mutations().stream()
                .filter(entry -> entry.outcome() == Outcome.EXECUTED)
                .map(Journal.Entry::path)
                .toList();
    }

    @Override
    public void close() {
        ccr.close();
        sim.close();
    }
}
