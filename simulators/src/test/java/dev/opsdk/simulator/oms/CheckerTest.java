package dev.opsdk.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CheckerTest extends OmsTest {

    private static final String[] START = {"task.id", "90215", "task.type", "migrate", "task.resume", "true"};

    @Test
    void aCheckerStopsWhenItFindsTooManyDifferencesAndGoesOnWithAHigherLimit() {
        OmsSimulator sim = start();
        OmsChecker checker = sim.addChecker("90215", "migrate");
        CmWire wire = new CmWire(sim);
        assertDone(wire.form("/checker/start", START));
        assertThat(checker.isRunning()).isTrue();
        checker.differences(10_001);
        sim.advance(Duration.ofSeconds(1));
        assertThat(checker.state()).isEqualTo(ComponentState.DEAD);
        assertThat(checker.foundTooManyDifferences()).isTrue();

        assertDone(wire.form("/checker/start", START));
        assertThat(checker.isRunning()).isTrue();
        sim.advance(Duration.ofSeconds(1));
        assertThat(checker.isRunning()).as("success that is none").isFalse();

        assertDone(wire.form("/checker/update", "task.id", "90215", "limitator.table.diff.max", "100000"));
        assertThat(checker.config("limitator.table.diff.max")).hasValue("100000");
        assertDone(wire.form("/checker/start", START));
        sim.advance(Duration.ofMinutes(1));
        assertThat(checker.isRunning()).isTrue();
        assertThat(checker.wasResumed()).isTrue();
        assertThat(checker.runs()).isEqualTo(3);
    }

    @Test
    void aLimitThatIsNoNumberIsTheDefaultOfAMillion() {
        OmsSimulator sim = start();
        OmsChecker checker = sim.addChecker("90215", "migrate").differences(999_999);
        CmWire wire = new CmWire(sim);
        assertDone(wire.form("/checker/update", "task.id", "90215", "limitator.table.diff.max", "many"));
        assertDone(wire.form("/checker/start", START));
        sim.advance(Duration.ofSeconds(1));
        assertThat(checker.isRunning()).isTrue();
    }

    @Test
    void aStartWithoutResumeForgetsTheDifferences() {
        OmsSimulator sim = start();
        OmsChecker checker = sim.addChecker("90215", "migrate").differences(20_000);
        CmWire wire = new CmWire(sim);
        assertDone(wire.form("/checker/start", "task.id", "90215", "task.type", "migrate"));
        sim.advance(Duration.ofSeconds(1));
        assertThat(checker.isRunning()).isTrue();
        assertThat(checker.wasResumed()).isFalse();
    }

    @Test
    void typeAndIdHaveToFit() {
        OmsSimulator sim = start();
        OmsChecker checker = sim.addChecker("90215", "verify");
        CmWire wire = new CmWire(sim);
        assertRefused(wire.form("/checker/start", START));
        assertRefused(wire.form("/checker/start", "task.id", "90215"));
        assertRefused(wire.form("/checker/update", "task.id", "1", "a", "b"));
        assertThat(checker.toString()).isEqualTo("checker 90215 STOPPED");
        assertThat(sim.checker("1").exists()).isFalse();
    }

    @Test
    void aRunningCheckerCanBePaused() {
        OmsSimulator sim = start();
        OmsChecker checker = sim.addChecker("90215", "migrate");
        CmWire wire = new CmWire(sim);
        assertDone(wire.form("/checker/start", START));
        assertDone(wire.form("/checker/stop", "task.id", "90215", "task.type", "migrate"));
        assertThat(checker.state()).isEqualTo(ComponentState.STOPPED);
    }

    @Test
    void aStartCanFail() {
        OmsSimulator sim = start();
        OmsChecker checker = sim.addChecker("90215", "migrate").failsToStart(1);
        CmWire wire = new CmWire(sim);
        assertCode(wire.form("/checker/start", START), "CM-SCHEAT000001");
        assertThat(checker.isRunning()).isFalse();
    }
}
