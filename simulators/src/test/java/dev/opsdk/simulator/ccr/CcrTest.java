package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A simulator for each test, set up like the recorded one: a source with a table, an empty destination. */
abstract class CcrTest {

    static final String OK = "{\"success\":true}";

    private final List<CcrSimulator> started = new ArrayList<>();

    CcrSimulator start(CcrGeneration generation) {
        return start(CcrSimulator.builder().generation(generation));
    }

    CcrSimulator start(CcrSimulatorBuilder builder) {
        CcrSimulator sim = builder.start();
        started.add(sim);
        sim.source().database("demo").tables("t1", "t2");
        return sim;
    }

    /** A database job that has reached its incremental phase. */
    CcrSimulator withIncrementalJob(CcrGeneration generation, String name) {
        CcrSimulator sim = start(generation);
        wire(sim).post("/create_ccr", Jobs.ofDatabase(name));
        settle(sim);
        return sim;
    }

    static void settle(CcrSimulator sim) {
        sim.advance(Duration.ofSeconds(30));
    }

    static void step(CcrSimulator sim) {
        sim.advance(CcrSettings.STEP);
    }

    static Wire wire(CcrSimulator sim) {
        return new Wire(sim.url());
    }

    @AfterEach
    void closeAll() {
        started.forEach(CcrSimulator::close);
    }
}
