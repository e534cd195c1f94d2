package dev.opsdk.oms.procedure;

import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.oms.Connector;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.model.ConnectorName;
import dev.opsdk.oms.model.ConnectorStart;
import dev.opsdk.oms.model.Generation;
import dev.opsdk.oms.model.MigrationReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stop, migrate, start what the migration made. What the reply does not name is not guessed. */
final class MigrateConnector {
    private final OmsClient client;
    private final Connector old;
    private final Optional<String> node;
    private final ConnectorOptions options;
    private final OmsContext context;
    private final ConnectorSteps oldSteps;
    private Migrated<ConnectorName> migrated;
    private @Nullable ConnectorSteps madeSteps;

    MigrateConnector(OmsClient client, ConnectorName name, Optional<String> node, ConnectorOptions options) {
        this.client = client;
        this.old = client.connector(name);
        this.node = node;
        this.options = options;
        this.context = new OmsContext(client, name.text(), this::now);
        this.oldSteps = new ConnectorSteps(client, name, options);
        this.migrated = options.madeAs().map(Migrated::to).orElseGet(Migrated::notYet);
    }

    Optional<ConnectorName> newName() {
        return migrated.name();
    }

    Plan plan() {
        List<PreCheck> checks = checks();
        Plan.Builder plan = context.plan("migrateConnector").checks(checks).again(this::plan);
        if (refused().isPresent()) {
            return plan.build();
        }
        List<Step> steps = new ArrayList<>();
        if (migrated.name().isEmpty()) {
            steps.addAll(oldSteps.stop());
        }
        steps.add(migrate());
        steps.add(start());
        return plan.steps(steps)
                .next(results -> new MigrationAdvice(
                                "connector",
                                old.name(),
                                node.orElse("the host that the server picked"),
                                migrated.name(),
                                migrated.reply(),
                                oldSteps.compensation())
                        .next(results, startLine(), false))
                .build();
    }

    private Optional<PreCheck> refused() {
        if (node.isEmpty()) {
            return old.generation() == Generation.GEN1
                    ? Optional.of(Checks.block("destination", "generation 1 does not pick a host itself"))
                    : Optional.empty();
        }
        return node.filter(address -> !Checks.isAddress(address))
                .map(address -> Checks.block("destination", "'" + address + "' is no IP address"));
    }

    private List<PreCheck> checks() {
        List<PreCheck> checks = new ArrayList<>();
        if (migrated.unknown()) {
            checks.add(
                    Checks.block("earlier migration", "it is not known what it came to; " + migrated.how("connector")));
        } else {
            checks.add(migrated.name().isPresent() ? made().state() : oldSteps.state());
        }
        Optional<String> from =
                migrated.name().isPresent() ? Optional.empty() : old.name().host();
        refused()
                .ifPresentOrElse(
                        checks::add,
                        () -> checks.addAll(node.map(address -> Checks.destination(address, from))
                                .orElseGet(() ->
                                        List.of(Checks.pass("destination", "the server picks a host with room")))));
        checks.add(Checks.ha(options.haDisabled()));
        return checks;
    }

    private Step migrate() {
        return Step.named("migrate the connector"
                        + node.map(address -> " to " + address).orElse("")
                        + (oldSteps.ranBefore() ? "; if that is refused, start it again where it is" : ""))
                .sends(old.requests().migrate(node))
                .look(() -> migrated.name()
                        .map(name -> Look.done("it is now '" + name + "'"))
                        .orElseGet(() -> Look.toDo(oldSteps.look().toString())))
                .act(progress -> oldSteps.orStartAgain(this::migrateOnce))
                .prove(() -> migrated.name()
                        .map(name -> Look.done("the reply names '" + name + "'"))
                        .orElseGet(() -> Look.toDo(migrated.reply()
                                .map(raw -> "the reply names no new connector: " + raw)
                                .orElse("nothing shows what came of it"))))
                .build();
    }

    private void migrateOnce() {
        migrated = Migrated.sent();
        Refused.then(
                () -> {
                    MigrationReply<ConnectorName> reply = node.map(old::migrate).orElseGet(old::migrate);
                    migrated = Migrated.by(reply);
                },
                () -> migrated = Migrated.notYet());
    }

    private Step start() {
        return Step.named("start the new connector")
                .sends(startLine())
                .look(() -> startOfMade().look())
                .act(progress -> startOfMade().act(() -> madeConnector().start()))
                .prove(() -> startOfMade().prove())
                .build();
    }

    private BlindStep startOfMade() {
        return made().startState();
    }

    private ConnectorSteps made() {
        if (madeSteps == null) {
            madeSteps = new ConnectorSteps(client, migrated.name().orElseThrow(), options);
        }
        return madeSteps;
    }

    private Connector madeConnector() {
        return made().connector();
    }

    private RequestLine startLine() {
        return migrated.name()
                .map(client::connector)
                .orElseGet(() -> client.connector(notMadeYet()))
                .requests()
                .start(ConnectorStart.PLAIN);
    }

    /** In the words of the generation that the old one is called in. */
    private ConnectorName notMadeYet() {
        return ConnectorName.of(
                old.name().isV2()
                        ? "<new host>-9000:connector_v2:<the new connector's name>"
                        : "<the new connector's name>");
    }

    private List<String> now() {
        List<String> now = new ArrayList<>();
        if (migrated.name().isPresent()) {
            now.addAll(made().now());
        }
        if (migrated.unknown()) {
            now.add("connector " + old.name() + ": may have been migrated");
        } else if (migrated.name().isPresent()) {
            now.add("connector " + old.name() + ": migrated, not to be started again");
        } else {
            now.addAll(oldSteps.now());
        }
        return now;
    }
}
