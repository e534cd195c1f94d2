package dev.opsdk.simulator.bizconnector;

/** Fetches what the Backbone has for a connector. */
final class Sync {

    private Sync() {}

    static void run(Node node) throws Refusal {
        Db db = node.db();
        node.reach("POST /api/v2/SyncRuns");
        while (!node.inbox.isEmpty()) {
            node.inbox.remove().run();
        }
        RequestLife.expire(node);
        db.lastSync = node.now();
    }

    /** As the module for it does, which only logs that it did not work. */
    static void quietly(Node node) {
        try {
            run(node);
        } catch (Refusal e) {
            node.log.error("SyncModule", "Sync failed " + e.message(node.now()), "");
        } catch (Stall e) {
            node.log.error("SyncModule", "Sync failed timeout", "");
        }
    }
}
