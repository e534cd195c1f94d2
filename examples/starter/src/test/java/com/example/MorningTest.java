package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.junit.Simulators;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Simulators.class) // a simulator for each test that asks for one, on a random port
class MorningTest {

    @BeforeEach
    void aJobThatReplicates(CcrSimulator syncer) {
        syncer.source().database("shop").tables("orders");
        try (CcrClient ccr = CcrClient.connect(syncer.url())) {
            ccr.jobs().create(CreateJob.database(
                    "shop",
                    source -> source.host("127.0.0.1").port(9030).thriftPort(9020).user("root").password("").database("shop"),
                    dest -> dest.host("127.0.0.1").port(9030).thriftPort(9020).user("root").password("").database("shop_dr")));
        }
        syncer.advance(Duration.ofMinutes(2)); // simulated time stands still until it is moved
    }

    @Test
    void aJobThatRunsIsWell(CcrSimulator syncer) {
        try (CcrClient ccr = CcrClient.connect(syncer.url())) {
            assertEquals(List.of(), Morning.sick(ccr));
        }
    }

    @Test
    void aPausedJobIsReported(CcrSimulator syncer) {
        try (CcrClient ccr = CcrClient.connect(syncer.url())) {
            ccr.job("shop").procedures().pauseAndConfirm().run();
            assertEquals(List.of("shop WATCH: paused"), Morning.sick(ccr));
        }
    }

    @Test
    void aJobThatCannotBeReadIsNotWell(CcrSimulator syncer) {
        syncer.node(0).fail(Fault.status(500).on("/job_detail").always());
        try (CcrClient ccr = CcrClient.connect(syncer.url())) {
            assertTrue(Morning.sick(ccr).get(0).startsWith("shop cannot be read: "));
        }
    }
}
