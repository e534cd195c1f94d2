package dev.opsdk.oms.procedure;

import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.oms.Connector;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.model.ConnectorName;
import dev.opsdk.oms.model.ConnectorStart;
import dev.opsdk.oms.model.ConnectorUpdate;
import dev.opsdk.oms.procedure.BlindStep.Kind;
import dev.opsdk.oms.procedure.StateProbe.Sighting;
import dev.opsdk.oms.procedure.StateProbe.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stopping, changing and starting one connector; what was accepted is remembered, because it cannot be read. */
final class ConnectorSteps {
    private final OmsContext context;
    private final Connector connector;
    private final ConnectorOptions options;
    private final BlindStep stop;
    private final BlindStep update;
    private final BlindStep start;
    private final StartAgain startAgain;
    private @Nullable Sighting first;

    ConnectorSteps(OmsClient client, ConnectorName name, ConnectorOptions options) {
        this(client, name, options, Kind.START);
    }

    ConnectorSteps(OmsClient client, ConnectorName name, ConnectorOptions options, Kind starting) {
        this.context = new OmsContext(client, name.text(), this::now);
        this.connector = client.connector(name);
        this.options = options;
        this.stop = new BlindStep(Kind.STOP, context, this::look);
        this.update = new BlindStep(Kind.UPDATE, context, this::look);
        this.start = new BlindStep(starting, context, this::look);
        this.startAgain =
                new StartAgain("connector '" + name + "'", connector.requests().start(ConnectorStart.PLAIN));
    }

    OmsContext context() {
        return context;
    }

    Connector connector() {
        return connector;
    }

    ConnectorName name() {
        return connector.name();
    }

    BlindStep startState() {
        return start;
    }

    Sighting look() {
        return options.probe().look(name().text());
    }

    /** What was seen before anything was done. */
    Sighting first() {
        if (first == null) {
            first = look();
        }
        return first;
    }

    /** Whether it ran before; who stops a connector that cannot be looked at takes it for running. */
    boolean ranBefore() {
        return !options.knownStopped() && first().state() != State.STOPPED;
    }

    Optional<String> compensation() {
        return startAgain.told();
    }

    PreCheck state() {
        Sighting seen = first();
        if (seen.state() == State.GONE && !stop.accepted()) {
            return Checks.block("connector", seen.toString());
        }
        if (start.lost() && !look().known()) {
            return Checks.block(
                    "earlier start",
                    "its answer was lost, and nothing shows what came of it: look in the console, then plan anew with a probe that"
                            + " tells, or with assumeStopped() if it is stopped");
        }
        if (seen.known()) {
            return Checks.pass("connector", seen.toString());
        }
        return Checks.cannot(
                "connector", options.knownStopped() ? "stopped, as told; " + seen.evidence() : "its state is " + seen);
    }

    /** It runs, and this procedure did not start it. */
    boolean startedByOthers() {
        return look().state() == State.RUNNING && !start.accepted() && !start.lost();
    }

    /** Whoever else started it: it has to be stopped anew. */
    void stopAnew() {
        stop.forget();
    }

    /** None when it is known to be stopped. */
    List<Step> stop() {
        return options.knownStopped()
                ? List.of()
                : List.of(stop.step("stop the connector", connector.requests().stop(), connector::stop));
    }

    Step update(ConnectorUpdate change) {
        return update.step(
                "update its configuration" + (ranBefore() ? "; if that is refused, start it again as it was" : ""),
                connector.requests().update(change),
                () -> orStartAgain(() -> connector.update(change)));
    }

    Step start(String title, ConnectorStart how) {
        return start.step(title, connector.requests().start(how), () -> connector.start(how));
    }

    /** A refusal changed nothing, so what was stopped for it goes on as it was: never with a flag. */
    void orStartAgain(Runnable change) {
        startAgain.forget();
        Refused.then(change, () -> {
            if (ranBefore()) {
                startAgain.ifStillThere(() -> look().state() != State.GONE, connector::start);
                stop.forget();
            }
        });
    }

    List<String> now() {
        Sighting seen = look();
        if (seen.known()) {
            return List.of("connector " + name() + ": " + seen);
        }
        List<String> orders = Stream.of(stop, update, start)
                .flatMap(each -> each.told().stream())
                .toList();
        return List.of("connector " + name() + ": its state is " + seen
                + (orders.isEmpty() ? "; no order that still stands was accepted" : "; " + String.join(", ", orders))
                + startAgain.told().map(text -> "; then " + text).orElse(""));
    }
}
