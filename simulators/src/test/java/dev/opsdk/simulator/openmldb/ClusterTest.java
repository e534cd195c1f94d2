package dev.opsdk.simulator.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** A cluster as most tests need it: three tablets, t1 on the first two, single on the third. */
abstract class ClusterTest {

    final OpenMldbSimulator sim = configure(
                    OpenMldbSimulator.builder().sockets(false).autoFailover(false))
            .start();
    final Asked asked = new Asked(sim);
    final String a = sim.tablet(0).endpoint();
    final String b = sim.tablet(1).endpoint();
    final String c = sim.tablet(2).endpoint();

    {
        sim.table("demo_db", "t1").placedOn(a, b).rows(7).create();
        sim.table("demo_db", "single").placedOn(c).rows(3).create();
    }

    OpenMldbSimulatorBuilder configure(OpenMldbSimulatorBuilder builder) {
        return builder;
    }

    @AfterEach
    final void close() {
        sim.close();
    }

    /** A request about partition 0 of t1; more fields begin with a comma. */
    static String t1(String more) {
        return "{\"db\":\"demo_db\",\"name\":\"t1\",\"pid\":0" + more + "}";
    }

    static String single(String more) {
        return "{\"db\":\"demo_db\",\"name\":\"single\",\"pid\":0" + more + "}";
    }

    static String at(String field, String endpoint) {
        return ",\"" + field + "\":\"" + endpoint + "\"";
    }

    /** Lets all operations come to their end. */
    void settle() {
        sim.advance(Duration.ofMinutes(2));
        assertThat(sim.ops()).noneMatch(op -> op.status() == OpStatus.INITED || op.status() == OpStatus.DOING);
    }

    OpView lastOp() {
        return sim.ops().get(sim.ops().size() - 1);
    }
}
