package dev.opsdk.simulator.bizconnector;

/** What a connector says about its own health. */
final class Health {

    private Health() {}

    /** Asks the Backbone each time, and so takes as long as the Backbone takes. */
    static Doc report(Node node) {
        node.world.outage.stall();
        boolean database = !node.databaseDown;
        boolean connection = node.world.outage.isReachable();
        boolean authentication = node.isLoggedIn();
        return Doc.of(
                "isHealthy",
                database && connection && authentication,
                "services",
                Doc.of("database", word(database))
                        .with("backboneConnection", word(connection))
                        .with("backboneAuthentication", word(authentication)));
    }

    private static String word(boolean healthy) {
        return healthy ? "healthy" : "unhealthy";
    }
}
