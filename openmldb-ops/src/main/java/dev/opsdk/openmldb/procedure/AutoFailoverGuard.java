package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.openmldb.NameServer;
import dev.opsdk.openmldb.OpenMldbOps;
import java.util.function.Supplier;

/**
 * Keeps {@code auto_failover} off while leaders and replicas are moved, which the server refuses otherwise (301), and puts back what it
 * found: once, whatever happened in between.
 */
final class AutoFailoverGuard {
    /** What is said when it is off already: who left it so is not known, so it is not for this run to switch it on. */
    static final String STAYS_OFF =
            "auto_failover is OFF already and stays off; if a run that crashed left it so, switch it on afterwards:"
                    + " nameServer().autoFailover(true)";

    private static final int TRIES = 3;

    private final OpenMldbOps client;

    /** It was on and was switched off here; also a run that goes on where another one ended has to put it back. */
    private boolean owed;

    AutoFailoverGuard(OpenMldbOps client) {
        this.client = client;
    }

    private NameServer nameServer() {
        return client.nameServer();
    }

    /** Whether it still has to be put back. */
    boolean owed() {
        return owed;
    }

    Step off() {
        return Step.named("switch auto_failover off")
                .prepares()
                .sends(nameServer().requests().autoFailover(false))
                .look(() -> {
                    if (nameServer().autoFailover()) {
                        return Look.toDo("it is on");
                    }
                    return Look.done(owed ? "it is off" : STAYS_OFF);
                })
                .act(progress -> {
                    owed = true; // before it is sent: the answer may be lost
                    nameServer().autoFailover(false);
                })
                .build();
    }

    /** For a plan that found it off: nothing to switch, and nothing to put back. */
    Step stayOff() {
        return Step.named("leave auto_failover off")
                .look(() -> nameServer().autoFailover()
                        ? Look.blocked("somebody switched it on since this was planned; plan anew")
                        : Look.done(STAYS_OFF))
                .build();
    }

    /** After steps of a run, however they end. */
    Step restore() {
        return restoring().always().build();
    }

    /** Where nothing else is left to do: what always runs at the end runs only after something that began. */
    Step restoreAlone() {
        return restoring().build();
    }

    private Step.Builder restoring() {
        return Step.named("put auto_failover back")
                .sends(nameServer().requests().autoFailover(true))
                .look(() -> persistently(this::lookToRestore))
                .act(progress -> persistently(() -> {
                    nameServer().autoFailover(true);
                    return true;
                }));
    }

    /** Setting it twice is setting it once, and a cluster left without it heals nothing by itself: so no first failure ends this. */
    private static <T> T persistently(Supplier<T> call) {
        boolean interrupted = false;
        try {
            for (int left = TRIES - 1; ; left--) {
                try {
                    return call.get();
                } catch (CancelledException | OutcomeUnknownException e) {
                    interrupted |= Thread.interrupted();
                    if (left == 0) {
                        throw e;
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Look lookToRestore() {
        if (!owed) {
            return Look.done("this run did not change it");
        }
        if (!nameServer().autoFailover()) {
            return Look.toDo("it is off, and was on before");
        }
        owed = false;
        return Look.done("it is on, as before");
    }
}
