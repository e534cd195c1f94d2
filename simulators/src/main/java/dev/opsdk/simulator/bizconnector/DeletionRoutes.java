package dev.opsdk.simulator.bizconnector;

import java.time.Duration;

/** The deletion of the identity, which exists over HTTP in debug mode only. */
final class DeletionRoutes {

    private static final int USUAL_DAYS = 14;

    private DeletionRoutes() {}

    static void addTo(RouteTable table) {
        table.roles("debug:identityDeletionProcess")
                .json("POST /IdentityDeletionProcess", DeletionRoutes::start)
                .json("GET /IdentityDeletionProcess", call -> Answer.ok(active(call)))
                .json("DELETE /IdentityDeletionProcess", DeletionRoutes::cancel);
    }

    private static Answer start(Call call) throws Refusal {
        Node node = call.node();
        Db db = node.db();
        if (db.deletionProcess != null && db.deletionProcess.text("status").equals("Active")) {
            throw Refusal.rule(
                    "error.runtime.identityDeletionProcess.activeIdentityDeletionProcessAlreadyExists",
                    "There is already an active IdentityDeletionProcess. You cannot start another, as there may only be"
                            + " one active IdentityDeletionProcess at a time.");
        }
        node.reach("POST /api/v2/Identities/Self/DeletionProcesses");
        Doc process = Doc.of("id", node.newId("IDP"))
                .with("createdAt", node.now())
                .with("createdByDevice", node.device())
                .with("gracePeriodEndsAt", World.iso(node.world.clock.now().plus(gracePeriod(call))))
                .with("status", "Active");
        db.deletionProcess = process;
        node.emit("transport.identityDeletionProcessStatusChanged", process);
        PeerDeletion.announce(node, process.text("gracePeriodEndsAt"));
        return Answer.ok(process);
    }

    private static Duration gracePeriod(Call call) throws Refusal {
        String days = call.query("lengthOfGracePeriodInDays");
        if (days.isEmpty()) {
            return Duration.ofDays(USUAL_DAYS);
        }
        if (!days.matches("\\d{1,4}(\\.\\d{1,9})?")) {
            throw Refusal.invalid("lengthOfGracePeriodInDays must be number");
        }
        return Duration.ofSeconds(
                (long) (Double.parseDouble(days) * Duration.ofDays(1).toSeconds()));
    }

    private static Doc active(Call call) throws Refusal {
        Doc process = call.node().db().deletionProcess;
        if (process == null || !process.text("status").equals("Active")) {
            throw Refusal.rule(
                    "error.runtime.identityDeletionProcess.noActiveIdentityDeletionProcess",
                    "No active IdentityDeletionProcess found.");
        }
        return process;
    }

    private static Answer cancel(Call call) throws Refusal {
        Doc process = active(call);
        Node node = call.node();
        node.reach("PUT /api/v2/Identities/Self/DeletionProcesses");
        process.with("status", "Cancelled").with("cancelledAt", node.now()).with("cancelledByDevice", node.device());
        node.emit("transport.identityDeletionProcessStatusChanged", process);
        PeerDeletion.withdraw(node);
        return Answer.ok(process);
    }
}
