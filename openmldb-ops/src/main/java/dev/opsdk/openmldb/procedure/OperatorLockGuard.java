package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.error.WaitFailedException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.openmldb.OperatorLock;
import dev.opsdk.openmldb.OperatorLocks;
import java.util.Optional;

/** Holds the operators' lock for the time of a run. */
final class OperatorLockGuard {
    private final OperatorLocks locks;
    private Optional<OperatorLock> held = Optional.empty();

    OperatorLockGuard(OperatorLocks locks) {
        this.locks = locks;
    }

    PreCheck check() {
        return locks.holder()
                .map(text -> new PreCheck("operators' lock", CheckResult.BLOCK, "held by " + text))
                .orElseGet(() -> new PreCheck("operators' lock", CheckResult.PASS, "nobody holds it"));
    }

    Step take(String purpose) {
        return Step.named("take the operators' lock")
                .look(this::look)
                .act(progress -> {
                    held = locks.tryLock(purpose);
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
        return locks.holder()
                .map(holder -> Look.blocked("held by " + holder))
                .orElseGet(() -> Look.toDo("nobody holds it"));
    }

    /** Why nothing may be changed any more; empty while it may. */
    Optional<String> lost() {
        return held.filter(OperatorLock::held).isPresent()
                ? Optional.empty()
                : Optional.of("this run does not hold the operators' lock any more"
                        + locks.holder()
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
