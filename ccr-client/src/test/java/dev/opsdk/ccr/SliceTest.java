package dev.opsdk.ccr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.ccr.CcrSimulator;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SliceTest {
    @Test
    void aJobIsMadePausedAndProved() {
        try (CcrSimulator sim = CcrSimulator.builder()
                        .nodes(2)
                        .clock(SimClock.running(100))
                        .start();
                CcrClient ccr = CcrClient.builder()
                        .syncers(sim.urls().toArray(String[]::new))
                        .pollEvery(Duration.ofMillis(50))
                        .build()) {
            sim.source().database("demo").tables("t1", "t2");
            Job job = ccr.jobs()
                    .create(CreateJob.database(
                            "orders",
                            s -> s.host("127.0.0.1")
                                    .port(19030)
                                    .thriftPort(19020)
                                    .user("root")
                                    .password("s3cret")
                                    .database("demo"),
                            d -> d.host("127.0.0.1")
                                    .port(19031)
                                    .thriftPort(19020)
                                    .user("root")
                                    .password("")
                                    .database("demo2")));
            System.out.println(ccr.jobs().list());
            System.out.println(job.snapshot());
            System.out.println(job.awaitCaughtUp(Duration.ofSeconds(20), System.out::println));
            var plan = job.procedures().pauseAndConfirm();
            System.out.println(plan);
            System.out.println(plan.curl());
            System.out.println(plan.run());
            System.out.println(job.status());
            System.out.println(ccr.syncers().get(0).generation());
            System.out.println(ccr.jobs().snapshots());
            System.out.println(job.health());
            System.out.println(job.procedures().failover(Duration.ofSeconds(5)));
            System.out.println(job.procedures().recreate(r -> r.changing(j -> j.name("orders2"))));
            System.out.println(ccr.syncers().get(0).metrics());
            System.out.println(job.detail());
            assertThat(sim.job("orders").exists()).isTrue();
            try {
                ccr.job("nope").pause();
            } catch (RuntimeException e) {
                System.out.println(e);
            }
            try {
                job.sync();
            } catch (RuntimeException e) {
                System.out.println(e);
            }
        }
    }
}
