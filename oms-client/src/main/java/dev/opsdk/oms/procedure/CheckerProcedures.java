package dev.opsdk.oms.procedure;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.model.CheckerTaskId;
import dev.opsdk.oms.model.CheckerType;
import dev.opsdk.oms.model.CheckerUpdate;
import java.util.Optional;

/**
 * Multi-step work on one checker. The cluster manager documents no call that shows a checker, so a step without a {@link StateProbe} ends
 * {@code accepted, not verified}. Planning only reads; running is up to you.
 */
public final class CheckerProcedures {
    private final OmsClient client;
    private final CheckerTaskId id;

    /**
     * For {@link dev.opsdk.oms.Checker#procedures()}.
     *
     * @param client the client
     * @param id the id of its task
     */
    public CheckerProcedures(OmsClient client, CheckerTaskId id) {
        this.client = client;
        this.id = id;
    }

    /**
     * Starts it again where it ended ({@code task.resume=true}).
     *
     * @param type what it works for
     * @param probe shows whether it runs, or {@link StateProbe#NONE}
     * @return the plan
     */
    public Plan resume(CheckerType type, StateProbe probe) {
        return new ResumeChecker(client, id, type, Optional.empty(), probe).plan();
    }

    /**
     * Lets it find more differences before it ends: stops it, sets {@code limitator.table.diff.max}, starts it again where it ended.
     *
     * @param type what it works for
     * @param rows 1 or more
     * @param probe shows whether it runs, or {@link StateProbe#NONE}
     * @return the plan
     * @throws IllegalArgumentException if the limit is less than 1
     */
    public Plan raiseLimit(CheckerType type, long rows, StateProbe probe) {
        CheckerUpdate limit = CheckerUpdate.builder().diffLimit(rows).build();
        return new ResumeChecker(client, id, type, Optional.of(limit), probe).plan();
    }
}
