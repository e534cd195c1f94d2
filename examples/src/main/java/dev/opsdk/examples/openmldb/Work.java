package dev.opsdk.examples.openmldb;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.Distribution;
import dev.opsdk.openmldb.assess.MovePlan;
import dev.opsdk.openmldb.assess.PostUpgradePlan;
import dev.opsdk.openmldb.assess.RecoverPlan;
import dev.opsdk.openmldb.assess.UpgradePlan;
import dev.opsdk.openmldb.procedure.ClusterOperation;
import dev.opsdk.openmldb.procedure.ClusterProcedures;

/**
 * What was planned for an operation, whatever it is.
 *
 * @param summary a line
 * @param plan what can be run
 * @param before how replicas lie
 * @param expected how they will
 */
record Work(String summary, Plan plan, Distribution before, Distribution expected) {

    static Work plan(Flags flags, OpenMldbOps mldb) {
        ClusterProcedures procedures = mldb.procedures();
        return switch (flags.cmd()) {
            case RECOVERDATA -> recovery(procedures.recoverData(o -> o));
            case SCALEOUT -> moves(procedures.scaleOut(o -> o));
            case SCALEIN -> moves(procedures.scaleIn(flags.endpoints()));
            case PRE_UPGRADE ->
                preUpgrade(procedures.preUpgrade(flags.endpoints().get(0), o -> {
                    var options = o.statFile(flags.statFile());
                    return flags.allowSingleReplica() ? options.allowingSingleReplica() : options;
                }));
            case POST_UPGRADE ->
                postUpgrade(procedures.postUpgrade(flags.endpoints().get(0), flags.statFile()));
            case SHOWOPSTATUS, SHOWTABLESTATUS -> throw new IllegalStateException(flags.cmd() + " changes nothing");
        };
    }

    private static Work recovery(ClusterOperation<RecoverPlan> operation) {
        RecoverPlan decision = operation.decision();
        return new Work(decision.toString(), operation.plan(), decision.before(), decision.expected());
    }

    private static Work moves(ClusterOperation<MovePlan> operation) {
        MovePlan decision = operation.decision();
        return new Work(decision.toString(), operation.plan(), decision.before(), decision.expected());
    }

    private static Work preUpgrade(ClusterOperation<UpgradePlan> operation) {
        UpgradePlan decision = operation.decision();
        return new Work(decision.toString(), operation.plan(), decision.before(), decision.expected());
    }

    private static Work postUpgrade(ClusterOperation<PostUpgradePlan> operation) {
        PostUpgradePlan decision = operation.decision();
        return new Work(
                decision.steps().size() + " lines of the stat file, " + (decision.complete() ? "all" : "not all")
                        + " can be undone",
                operation.plan(),
                decision.before(),
                decision.expected());
    }
}
