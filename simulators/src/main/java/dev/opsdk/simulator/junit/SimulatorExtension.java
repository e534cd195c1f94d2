package dev.opsdk.simulator.junit;

import dev.opsdk.simulator.Simulator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a simulator of its own, as a parameter of the test, its {@code @BeforeEach} and its
 * {@code @AfterEach}, and closes it afterwards. A test that fails carries the simulator's report with it, as a
 * suppressed {@link SimulatorState}. Safe for tests that run in parallel.
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
 * <p>{@link #perClass} makes it one simulator for all tests of a class, for what cannot start anew for each test.
 *
 * @param <S> the simulator
 */
public final class SimulatorExtension<S extends Simulator>
        implements ParameterResolver, BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private final Class<S> type;
    private final Supplier<S> starter;
    private final boolean perClass;
    private final Namespace namespace = Namespace.create(this);
    private volatile @Nullable S shared;
    private volatile @Nullable ExtensionContext owner;

    private SimulatorExtension(Class<S> type, Supplier<S> starter, boolean perClass) {
        this.type = type;
        this.starter = starter;
        this.perClass = perClass;
    }

    /**
     * An extension for one kind of simulator.
     *
     * @param type the type of the parameter
     * @param starter starts one for a test that asks for it
     * @param <S> the simulator
     * @return the extension, to be registered
     */
    public static <S extends Simulator> SimulatorExtension<S> of(Class<S> type, Supplier<S> starter) {
        return new SimulatorExtension<>(type, starter, false);
    }

    /**
     * One simulator for all tests of a class and of the classes nested in it: started before the first, closed after
     * the last. To be registered in a static field.
     *
     * @return the extension, to be registered instead of this
     */
    public SimulatorExtension<S> perClass() {
        return new SimulatorExtension<>(type, starter, true);
    }

    /**
     * The simulator of the class, for places that know no parameters.
     *
     * @return the simulator
     * @throws IllegalStateException when each test has its own, or before the class has begun
     */
    public S get() {
        if (!perClass) {
            throw new IllegalStateException("each test has its own " + type.getSimpleName()
                    + ": take it as a parameter, or make the extension perClass()");
        }
        S started = shared;
        if (started == null) {
            throw new IllegalStateException("the class has not begun; is the field static?");
        }
        return started;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (perClass && owner == null) {
            shared = starter.get();
            owner = context;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == type;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (perClass) {
            return get();
        }
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("each test has its own " + type.getSimpleName()
                    + ", and this is outside of a test: take it in the test or in @BeforeEach, or make the extension"
                    + " perClass()");
        }
        return context.getStore(namespace).getOrComputeIfAbsent(type, key -> starter.get(), type);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        S started = perClass ? shared : context.getStore(namespace).remove(type, type);
        if (started == null) {
            return;
        }
        context.getExecutionException()
                .ifPresent(failure -> failure.addSuppressed(new SimulatorState(started.report())));
        if (!perClass) {
            started.close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        S started = shared;
        if (started != null && context == owner) {
            shared = null;
            owner = null;
            started.close();
        }
    }
}
