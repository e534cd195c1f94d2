package dev.opsdk.simulator.junit;

/** The state of a simulator at the end of a test that failed; goes with the failure, so that every runner shows it. */
public final class SimulatorState extends Exception {

    private static final long serialVersionUID = 1L;

    SimulatorState(String report) {
        super(report, null, false, false);
    }
}
