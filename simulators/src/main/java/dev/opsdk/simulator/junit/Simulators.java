package dev.opsdk.simulator.junit;

import dev.opsdk.simulator.Simulator;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.oms.OmsSimulator;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * All simulators as parameters, each as it starts without being told anything:
 *
 * <pre>{@code
 * @ExtendWith(Simulators.class)
 * class NightlyTest {
 *     @Test
 *     void pauses(CcrSimulator syncer) { ... }
 * }
 * }</pre>
 *
 * <p>Each test has its own. {@link SimulatorExtension} is for those who want to say how one starts.
 */
public final class Simulators implements ParameterResolver, AfterEachCallback {

    private final List<SimulatorExtension<? extends Simulator>> all = List.of(
            SimulatorExtension.of(CcrSimulator.class, CcrSimulator::start),
            SimulatorExtension.of(OmsSimulator.class, OmsSimulator::start),
            SimulatorExtension.of(OpenMldbSimulator.class, OpenMldbSimulator::start),
            SimulatorExtension.of(BizConnectorSimulator.class, BizConnectorSimulator::start));

    /** For JUnit. */
    public Simulators() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return of(parameter, context).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(parameter, context).orElseThrow().resolveParameter(parameter, context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        all.forEach(one -> one.afterEach(context));
    }

    private Optional<SimulatorExtension<? extends Simulator>> of(ParameterContext parameter, ExtensionContext context) {
        return all.stream()
                .filter(one -> one.supportsParameter(parameter, context))
                .findFirst();
    }
}
