package dev.opsdk.simulator.junit;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a simulator of its own, as a parameter of the test or of its {@code @BeforeEach}, and closes it
 * afterwards. Safe for tests that run in parallel.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SimulatorExtension<CcrSimulator> CCR =
 *         SimulatorExtension.of(CcrSimulator.class, () -> CcrSimulator.builder().nodes(2).start());
 *
 * @Test
 * void pausing(CcrSimulator sim) { ... }
 * }</pre>
 *
 * @param <S> the simulator
 */
public final class SimulatorExtension<S extends AutoCloseable> implements ParameterResolver, AfterEachCallback {

    private final Class<S> type;
    private final Supplier<S> starter;
    private final ExtensionContext.Namespace namespace;

    private SimulatorExtension(Class<S> type, Supplier<S> starter) {
        this.type = type;
        this.starter = starter;
        this.namespace = ExtensionContext.Namespace.create(SimulatorExtension.class, type);
    }

    /**
     * An extension for one kind of simulator.
     *
     * @param type the type of the parameter
     * @param starter starts one for a test that asks for it
     * @param <S> the simulator
     * @return the extension, to be registered
     */
    public static <S extends AutoCloseable> SimulatorExtension<S> of(Class<S> type, Supplier<S> starter) {
        return new SimulatorExtension<>(type, starter);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == type;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(namespace).getOrComputeIfAbsent(type, key -> starter.get(), type);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        S started = context.getStore(namespace).remove(type, type);
        if (started != null) {
            started.close();
        }
    }
}
