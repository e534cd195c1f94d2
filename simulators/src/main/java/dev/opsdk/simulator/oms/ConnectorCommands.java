package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.JsonException;
import dev.opsdk.simulator.JsonReader;
import dev.opsdk.simulator.SimResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What both generations do to a connector; they differ in how they ask and answer. */
final class ConnectorCommands {

    /** Where a connector starts. */
    enum From {
        /** From where it got to; the checkpoint in its configuration does not count. */
        SAVED,
        /** From the checkpoint in its configuration. */
        CONFIGURED,
        /** All over again. */
        BEGINNING
    }

    private final World world;
    private final Work work;

    ConnectorCommands(World world, Work work) {
        this.world = world;
        this.work = work;
    }

    /**
     * Starts it. A configuration without a readable checkpoint for its subtopic is accepted, and the process dies at once.
     */
    SimResponse start(Call call, String name, From from, SimResponse success) throws Refusal, InterruptedException {
        return work.mutate(call, () -> {
            ConnectorRow connector = known(name);
            if (!world.isUp(connector.ip())) {
                return Work.Change.onLostHost(success);
            }
            if (connector.state == ComponentState.RUNNING) {
                return Work.Change.of(success, () -> {});
            }
            Optional<Long> start = position(connector, from);
            if (start.isPresent() && !connector.isFullImport()) {
                WorkerChecks.canRead(world, connector, start.get());
            }
            return Work.Change.of(success, () -> {
                if (connector.startsToFail > 0) {
                    connector.startsToFail--;
                    throw new Refusal(null, "failed to start connector [" + name + "]");
                }
                WorkerChecks.run(world, connector);
                connector.starts++;
                if (start.isPresent()) {
                    connector.position = start.get();
                } else {
                    connector.state = ComponentState.DEAD;
                }
            });
        });
    }

    private static Optional<Long> position(ConnectorRow connector, From from) {
        return switch (from) {
            case CONFIGURED -> configured(connector);
            case SAVED -> Optional.of(connector.position);
            // only a Full-Import has a beginning of its own
            case BEGINNING ->
                Optional.of(connector.isFullImport() ? connector.created.getEpochSecond() : connector.position);
        };
    }

    private static Optional<Long> configured(ConnectorRow connector) {
        Object text = connector.scope("source").get("checkpoint");
        try {
            Object read = JsonReader.first(String.valueOf(text));
            Object second = read instanceof Map<?, ?> map ? map.get(connector.subTopic) : null;
            return second == null ? Optional.empty() : Optional.of(Long.parseLong(second.toString()));
        } catch (JsonException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    SimResponse stop(Call call, String name, SimResponse success) throws Refusal, InterruptedException {
        return work.mutate(call, () -> {
            ConnectorRow connector = known(name);
            if (!world.isUp(connector.ip())) {
                return Work.Change.onLostHost(success);
            }
            return Work.Change.of(success, () -> WorkerChecks.stop(world, connector));
        });
    }

    SimResponse update(Call call, String name, SimResponse success, Consumer<ConnectorRow> edit)
            throws Refusal, InterruptedException {
        return work.mutate(call, () -> {
            ConnectorRow connector = known(name);
            if (connector.state == ComponentState.RUNNING) {
                throw Refusal.mustBeStopped("connector", name);
            }
            return Work.Change.of(success, () -> {
                edit.accept(connector);
                connector.modified = world.cmNow();
            });
        });
    }

    SimResponse migrate(Call call, String name, Optional<String> host, Function<String, SimResponse> success)
            throws Refusal, InterruptedException {
        return work.mutate(call, () -> {
            ConnectorRow connector = known(name);
            if (connector.state == ComponentState.RUNNING) {
                throw Refusal.mustBeStopped("connector", name);
            }
            String ip = Scheduler.target(world, host, connector.ip());
            ComponentName next = ComponentName.next(
                    ip, ComponentName.SUPERVISOR, connector.fullName.inner(), world.connectors.keySet());
            ConnectorRow moved = connector.successor(next, world.cmNow());
            moved.startsToFail = world.migratedStartsToFail;
            return Work.Change.of(success.apply(moved.name), () -> {
                WorkerChecks.retire(world, connector, moved);
                world.connectors.put(moved.name, moved);
            });
        });
    }

    SimResponse delete(Call call, String name, SimResponse success) throws Refusal, InterruptedException {
        return work.mutate(call, () -> {
            ConnectorRow connector = known(name);
            if (world.settings.removalNeedsStop && connector.state == ComponentState.RUNNING) {
                throw Refusal.mustBeStopped("connector", name);
            }
            return Work.Change.of(success, () -> connector.state = ComponentState.GONE);
        });
    }

    private ConnectorRow known(String name) throws Refusal {
        return world.connector(name).orElseThrow(() -> Refusal.noSuch("connector", name));
    }
}
