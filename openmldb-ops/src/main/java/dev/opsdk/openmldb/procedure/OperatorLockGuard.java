package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.error.WaitFailedException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.OperatorLock;
import dev.opsdk.openmldb.OperatorLocks;
import java.util.Optional;

/** Holds the operators' lock for the time of a run. */
final class OperatorLockGuard {
    private static final String NEEDS_ZOOKEEPER =
            "exclusive(true) needs the cluster's ZooKeeper: a list of nameservers has no place for a lock";

    private final OpenMldbOps client;
    private Optional<OperatorLock> held = Optional.empty();

    OperatorLockGuard(OpenMldbOps client) {
        this.client = client;
    }

    PreCheck check() {
        if (client.locks().isEmpty()) {
            return new PreCheck("operators' lock", CheckResult.BLOCK, NEEDS_ZOOKEEPER);
        }
        Optional<String> holder = client.locks().get().holder();
        return holder.map(text -> new PreCheck("operators' lock", CheckResult.BLOCK, "held by " + text))
                .orElseGet(() -> new PreCheck("operators' lock", CheckResult.PASS, "nobody holds it"));
    }

    Step take(String purpose) {
        return Step.named("take the operators' lock")
                .look(this::look)
                .act(progress -> {
                    held = client.locks().flatMap(locks -> locks.tryLock(purpose));
                    if (held.isEmpty()) {
                        throw new WaitFailedException("the operators' lock", "somebody else took it", null);
                    }
                })
                .build();
    }

    private Look look() {
        if (held.filter(OperatorLock::held).isPresent()) {
            return Look.done("held by this run");
        }
        if (client.locks().isEmpty()) {
            return Look.blocked(NEEDS_ZOOKEEPER);
        }
        return client.locks()
                .get()
                .holder()
                .map(holder -> Look.blocked("held by " + holder))
                .orElseGet(() -> Look.toDo("nobody holds it"));
    }

    /** Why nothing may be changed any more; empty while it may. */
    Optional<String> lost() {
        return held.filter(OperatorLock::held).isPresent()
                ? Optional.empty()
                : Optional.of("this run does not hold the operators' lock any more"
                        + client.locks()
                                .flatMap(OperatorLocks::holder)
                                .map(holder -> ", it is held by " + holder)
                                .orElse("; its ZooKeeper session may have ended")
                        + ": nothing more is sent");
    }

    Step free() {
        return Step.named("free the operators' lock")
                .look(() -> held.isEmpty() ? Look.done("this run does not hold it") : Look.toDo("held by this run"))
                .act(progress -> {
                    held.ifPresent(OperatorLock::close);
                    held = Optional.empty();
                })
                .always()
                .build();
    }
}
