package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.JsonWriter;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimHandler;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;

/** What the Backbone answers to whoever looks whether it is there. */
final class BackboneServer implements SimHandler {

    private static final String JSON = "application/json; charset=utf-8";

    private final World world;

    BackboneServer(World world) {
        this.world = world;
    }

    @Override
    public SimResponse handle(SimRequest request) {
        synchronized (world) {
            if (request.path().equals("/health")) {
                boolean fine = world.outage.isReachable();
                String state = fine ? "Healthy" : "Unhealthy";
                return SimResponse.text(
                        fine ? 200 : 503, JSON, JsonWriter.write(Doc.of("status", state)), Outcome.EXECUTED);
            }
            if (request.path().equals("/api/v2/Version")) {
                String body = JsonWriter.write(Doc.of("result", Doc.of("majorVersion", 7)));
                return SimResponse.text(200, JSON, body, Outcome.EXECUTED);
            }
            return SimResponse.empty(404, Outcome.REFUSED);
        }
    }
}
