package dev.opsdk.simulator.bizconnector;

import java.util.List;

/** What a connector writes while it starts, and when it cannot. */
final class BootLog {

    private static final String RUNTIME = "ConnectorRuntime";
    private static final List<String> MODULES =
            List.of("Notification Module", "Decider Module", "Request Module", "Core Http Api Module");

    private BootLog() {}

    static void started(Node node) {
        LogText log = node.log;
        log.info("Transport.Transport", "Transport initialized", "");
        log.info(RUNTIME, "Loading modules...", "");
        log.info(RUNTIME, "Initializing modules...", "");
        MODULES.forEach(name -> log.info(RUNTIME, "Module '" + name + "' was initialized successfully.", ""));
        log.info("HttpServer", "Listening on port " + node.port(), "");
        log.info(RUNTIME, "Starting modules...", "");
        MODULES.forEach(name -> log.info(RUNTIME, "Module '" + name + "' was started successfully.", ""));
        log.info(RUNTIME, "Started all modules.", "");
        node.emit("runtime.modulesStarted", null);
    }

    /** Why it does not start now, written down; false when it does. */
    static boolean failed(Node node) {
        LogText log = node.log;
        if (node.databaseDown) {
            log.error(
                    RUNTIME,
                    "Could not connect to the configured database. Try to check the connection string and the database"
                            + " status. Root error:  MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017",
                    "");
            return true;
        }
        if (node.world.outage.isDown()) {
            log.info("Transport.Transport", "Transport initialized", "");
            log.bare("RequestError: error.transport.request.unknown (500): 'connect ECONNREFUSED "
                    + node.world.baseUrl().replace("http://", "") + "' for GET /api/v2/Version at " + node.now());
            return true;
        }
        return false;
    }
}
