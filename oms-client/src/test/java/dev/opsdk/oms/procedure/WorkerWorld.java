package dev.opsdk.oms.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.oms.ComponentState;
import dev.opsdk.simulator.oms.OmsChain;
import dev.opsdk.simulator.oms.OmsSimulator;
import dev.opsdk.simulator.oms.OmsSimulatorBuilder;
import dev.opsdk.simulator.oms.OmsWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A simulated cluster manager with one chain, and a client that lives in its time. */
final class WorkerWorld implements AutoCloseable {
    static final String SECOND_HOST = "10.10.10.2";

    private static final Set<String> READS = Set.of("/JDBCWriter/detail", "/crawler/detail");

    private final OmsSimulator sim;
    private final OmsChain chain;
    private final OmsClient oms;
    private String writer;

    private WorkerWorld(OmsSimulatorBuilder builder, Consumer<OmsClient.Builder> change) {
        sim = builder.start();
        chain = sim.chain("p_orders");
        writer = chain.writer().name();
        oms = client(change);
    }

    static WorkerWorld start() {
        return of(sim -> {}, client -> {});
    }

    static WorkerWorld of(Consumer<OmsSimulatorBuilder> sim, Consumer<OmsClient.Builder> client) {
        OmsSimulatorBuilder builder = OmsSimulator.builder();
        sim.accept(builder);
        return new WorkerWorld(builder, client);
    }

    OmsClient client(Consumer<OmsClient.Builder> change) {
        OmsClient.Builder builder = OmsClient.builder().url(sim.url()).timeSource(new Time(sim.clock()));
        change.accept(builder);
        return builder.build();
    }

    OmsSimulator sim() {
        return sim;
    }

    OmsChain chain() {
        return chain;
    }

    OmsClient oms() {
        return oms;
    }

    String writer() {
        return writer;
    }

    /** The truth about the writer that a test begins with. */
    OmsWriter truth() {
        return sim.writer(writer);
    }

    /** Puts the writer on a host that has no store, and forgets how. */
    void writerOnHost(String ip) {
        oms.writer(writer).stop();
        String next = oms.writer(writer).migrate(ip).newName().orElseThrow().text();
        oms.writer(next).start();
        writer = next;
        sim.journal().clear();
    }

    void writersHostGoesDown() {
        writerOnHost("10.10.10.3");
        sim.host("10.10.10.3").goesDown();
    }

    String store() {
        return chain.store().name();
    }

    String connector() {
        return chain.connector().name();
    }

    /** Where the writer went, or itself. */
    String writerNow() {
        return truth().successor().orElse(writer);
    }

    String connectorNow() {
        return chain.connector().successor().orElse(connector());
    }

    /** The truth about connectors and checkers, as a console would show it. */
    StateProbe console() {
        return component -> {
            ComponentState state = component.matches("\\d+")
                    ? sim.checker(component).state()
                    : sim.connector(component).state();
            StateProbe.State seen = switch (state) {
                case RUNNING -> StateProbe.State.RUNNING;
                case STOPPED -> StateProbe.State.STOPPED;
                case GONE -> StateProbe.State.GONE;
                default -> StateProbe.State.ABNORMAL;
            };
            Optional<Instant> position = seen == StateProbe.State.GONE || component.matches("\\d+")
                    ? Optional.empty()
                    : Optional.of(sim.connector(component).position());
            return new StateProbe.Sighting(seen, position, "the console");
        };
    }

    /** Everything asked that could have changed something. */
    List<Journal.Entry> mutations() {
        return sim.journal().entries().stream()
                .filter(entry -> !READS.contains(entry.path()))
                .toList();
    }

    /** What really changed something, by path. */
    List<String> executed() {
        return mutations().stream()
                .filter(entry -> entry.outcome() == Outcome.EXECUTED)
                .map(Journal.Entry::path)
                .toList();
    }

    /** The requests of a path that name a component. */
    List<Journal.Entry> asked(String path, String name) {
        return sim.journal().requests(path).stream()
                .filter(entry -> text(entry).contains(name))
                .toList();
    }

    /** Target and body, readable. */
    static String text(Journal.Entry entry) {
        return URLDecoder.decode(
                entry.request().target() + " " + entry.request().body(), StandardCharsets.UTF_8);
    }

    /** The requests of a plan's curl lines, without what is said about them. */
    static List<String> requests(Plan plan) {
        return plan.curl().stream().filter(line -> line.startsWith("curl")).toList();
    }

    static List<StepOutcome> outcomes(Report report) {
        return report.steps().stream().map(StepResult::outcome).toList();
    }

    static Report failing(Plan plan) {
        return failing(plan, ProcedureListener.NONE);
    }

    static Report failing(Plan plan, ProcedureListener listener) {
        ProcedureException thrown = catchThrowableOfType(
                ProcedureException.class, () -> confirmed(plan).run(listener));
        assertThat(thrown).as("a run that did not get there throws").isNotNull();
        assertThat(thrown.report().complete()).isFalse();
        return thrown.report();
    }

    static Plan confirmed(Plan plan) {
        return plan.destructive() ? plan.confirm(plan.target()) : plan;
    }

    static ProcedureListener before(int step, Runnable event) {
        return new ProcedureListener() {
            @Override
            public void onStep(int number, Step any) {
                if (number == step) {
                    event.run();
                }
            }
        };
    }

    @Override
    public void close() {
        oms.close();
        sim.close();
    }

    /** Whoever sleeps lets the simulated world go on, and nobody really waits. */
    private record Time(SimClock clock, Instant start) implements TimeSource {
        Time(SimClock clock) {
            this(clock, clock.now().minus(Duration.ofHours(7))); // nanos begin anywhere, as in life
        }

        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public long nanos() {
            return Duration.between(start, clock.now()).toNanos();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (!duration.isNegative()) {
                clock.advance(duration);
            }
        }
    }
}
