package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.openmldb.NameServer;
import dev.opsdk.openmldb.OpenMldbOps;
import java.util.Optional;

/**
 * Keeps {@code auto_failover} off while leaders and replicas are moved, which the server refuses otherwise (301), and puts back what it
 * found: once, whatever happened in between.
 */
final class AutoFailoverGuard {
    private final OpenMldbOps client;
    private Optional<Boolean> found = Optional.empty();

    AutoFailoverGuard(OpenMldbOps client) {
        this.client = client;
    }

    private NameServer nameServer() {
        return client.nameServer();
    }

    Step off() {
        return Step.named("switch auto_failover off")
                .sends(nameServer().requests().autoFailover(false))
                .look(() -> {
                    boolean on = nameServer().autoFailover();
                    // a run that goes on must not take its own work for what it found
                    found = found.or(() -> Optional.of(on));
                    return on ? Look.toDo("it is on") : Look.done("it is off");
                })
                .act(progress -> nameServer().autoFailover(false))
                .build();
    }

    Step restore() {
        return Step.named("put auto_failover back")
                .sends(nameServer().requests().autoFailover(true))
                .look(this::lookToRestore)
                .act(progress -> nameServer().autoFailover(true))
                .always()
                .build();
    }

    private Look lookToRestore() {
        if (found.isEmpty()) {
            return Look.done("this run did not change it");
        }
        if (!found.get()) {
            return Look.done("it was off before, and stays off");
        }
        return nameServer().autoFailover()
                ? Look.done("it is on, as before")
                : Look.toDo("it is off, and was on before");
    }
}
