package dev.opsdk.examples;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.Job;
import dev.opsdk.ccr.assess.JobEvent;
import dev.opsdk.ccr.model.ClusterEndpoint;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.ccr.procedure.Recovery;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.ccr.CcrSimulator;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Consumer;

/** Two CCR syncers over one store, from the first job to a dead node. The simulators' time runs twenty times faster. */
final class CcrChapter {
    private static final double SPEED = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Screen screen;

    CcrChapter(Screen screen) {
        this.screen = screen;
    }

    void run() {
        try (CcrSimulator syncers = CcrSimulator.builder()
                        .nodes(2)
                        .clock(SimClock.running(SPEED))
                        .fullSyncTakes(Duration.ofSeconds(25))
                        .binlogsPerStep(40)
                        .start();
                CcrClient ccr = CcrClient.builder()
                        .syncers(syncers.urls().toArray(String[]::new))
                        .pollEvery(Duration.ofMillis(400))
                        .build()) {
            syncers.source().database("shop").tables("customers", "orders");
            syncers.source().database("billing").tables("invoices");
            screen.chapter("Apache Doris CCR: two simulated syncers, simulated time runs " + (int) SPEED
                    + " x as fast, and ahead of yours");
            meet(ccr);
            create(ccr);
            catchUp(ccr, syncers);
            pause(ccr);
            stall(ccr, syncers);
            loseNode(ccr, syncers);
            report(ccr, syncers);
        }
    }

    private void meet(CcrClient ccr) {
        screen.code(
                "CcrClient ccr = CcrClient.connect(\"" + ccr.syncers().get(0).url() + "\", ...)");
        screen.show(ccr);
        screen.code("ccr.version()   ccr.generation()");
        screen.show(ccr.version() + "   " + ccr.generation());
    }

    private void create(CcrClient ccr) {
        screen.say(
                "A database job and a table job. What the server would take and regret is refused before it is sent:");
        screen.code("ccr.jobs().create(CreateJob.database(\"shop, eu\", ...))");
        try {
            ccr.jobs().create(CreateJob.database("shop, eu", at("shop", ""), at("shop_dr", "")));
        } catch (IllegalArgumentException e) {
            screen.bad(String.valueOf(e.getMessage()));
        }
        screen.code("ccr.jobs().create(CreateJob.database(\"shop\", ...))");
        screen.show(ccr.jobs().create(CreateJob.database("shop", at("shop", ""), at("shop_dr", ""))));
        screen.code("ccr.jobs().create(CreateJob.table(\"invoices\", ...))");
        screen.show(ccr.jobs()
                .create(CreateJob.table("invoices", at("billing", "invoices"), at("billing_dr", "invoices"))));
        screen.code("ccr.job(\"shop\").detail().src().get().password()     // the server sends it back in clear");
        screen.show(ccr.job("shop").detail().src().orElseThrow().password());
    }

    private static Consumer<ClusterEndpoint.Builder> at(String database, String table) {
        return cluster -> cluster.host("127.0.0.1")
                .port(9030)
                .thriftPort(9020)
                .user("root")
                .password("tour-password")
                .database(database)
                .table(table);
    }

    private void catchUp(CcrClient ccr, CcrSimulator syncers) {
        screen.say(
                "600 more binlogs at the source. Caught up means: running, in the last phase, idle, a lag of 0 that can be trusted.");
        syncers.source().write("shop", 600);
        for (String name : ccr.jobs().list()) {
            screen.code("ccr.job(\"" + name + "\").awaitCaughtUp(...)");
            JobSnapshot end = ccr.job(name).awaitCaughtUp(PATIENCE, screen::faint);
            screen.good(end.toString());
        }
    }

    private void pause(CcrClient ccr) {
        Job shop = ccr.job("shop");
        screen.say("A pause, proved. job_status goes on saying RUNNING; job_detail tells the truth.");
        Plan plan = shop.procedures().pauseAndConfirm();
        screen.code("shop.procedures().pauseAndConfirm()     // nothing is sent by planning");
        screen.show(plan);
        screen.code("plan.run()");
        screen.show(plan.run(progress()));
        screen.code("shop.status().state()   shop.detail().state()");
        screen.show(shop.status().state().orElseThrow() + "   "
                + shop.detail().state().orElseThrow());
        screen.code("shop.procedures().resumeAndConfirm().run()");
        screen.good(shop.procedures().resumeAndConfirm().run().steps().get(0).toString());
    }

    private void stall(CcrClient ccr, CcrSimulator syncers) {
        Job shop = ccr.job("shop");
        screen.say("A binlog that the destination cannot apply. The server calls the job running; a watch sees more.");
        // before it is written: time runs, and the syncer could be past it already
        syncers.job("shop").failAt(syncers.source().lastSeq("shop") + 3);
        syncers.source().write("shop", 5);
        screen.code("shop.watch(Duration.ofSeconds(30))");
        Iterator<JobEvent> events = shop.watch(PATIENCE).iterator();
        JobEvent event;
        do {
            event = events.next();
            screen.faint(event);
        } while (!(event instanceof JobEvent.Stalled));
        screen.code("Recovery recovery = shop.procedures().recoverStalled()     // proposes, never skips by itself");
        Recovery recovery = shop.procedures().recoverStalled();
        screen.show(recovery);
        screen.code("recovery.option(\"skip by silence\").run()");
        try {
            recovery.option("skip by silence").run();
        } catch (IllegalStateException e) {
            screen.bad(String.valueOf(e.getMessage()));
        }
        screen.code("recovery.option(\"skip by fullsync\").run()");
        screen.show(recovery.option("skip by fullsync").run(progress()));
        screen.good(shop.awaitCaughtUp(PATIENCE).toString());
    }

    private void loseNode(CcrClient ccr, CcrSimulator syncers) {
        int owner = syncers.job("shop").owner().orElseThrow();
        screen.say(
                "The syncer that owns the job dies. The other one sends callers to the dead one until it has taken over.");
        int pausesBefore = syncers.journal().executed("/pause").size();
        syncers.node(owner).kill();
        screen.code("shop.pause()     // the same line as ever");
        long start = System.nanoTime();
        try {
            ccr.job("shop").pause();
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            int executed = syncers.journal().executed("/pause").size() - pausesBefore;
            screen.good("done after " + millis + " ms, by the survivor, executed " + executed + " time");
        } catch (OpsException e) {
            screen.bad(e.getMessage());
        }
        screen.code("shop.procedures().resumeAndConfirm().run()");
        screen.good(ccr.job("shop")
                .procedures()
                .resumeAndConfirm()
                .run()
                .steps()
                .get(0)
                .toString());
    }

    private void report(CcrClient ccr, CcrSimulator syncers) {
        screen.say("All jobs, asked at once:");
        screen.code("ccr.jobs().snapshots()     // with Lag.of(...) and JobHealth.of(...) of each, as a table");
        CcrLook.jobs(ccr, screen);
        screen.say(syncers.journal().entries().size() + " requests were sent. The same, read-only, at a real syncer:");
        screen.show("mvn -q -B -ntp -Ptour -pl examples -am package -Dtour.args=\"--ccr http://host:9190\"");
    }

    private ProcedureListener progress() {
        return new ProcedureListener() {
            @Override
            public void onProgress(int number, String progress) {
                screen.faint(number + ". ... " + progress);
            }
        };
    }
}
