package dev.opsdk.simulator.openmldb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import dev.opsdk.simulator.Wire;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Asks the servers of a simulated cluster within the process. */
final class Asked {

    private final OpenMldbSimulator sim;

    Asked(OpenMldbSimulator sim) {
        this.sim = sim;
    }

    /** Asks the nameserver that led at the start. */
    JsonNode ns(String method, String body) {
        return Wire.read(raw(sim.nameServerEndpoints().get(0), "/NameServer/" + method, body)
                .body());
    }

    JsonNode ns(int index, String method, String body) {
        return Wire.read(raw(sim.nameServerEndpoints().get(index), "/NameServer/" + method, body)
                .body());
    }

    JsonNode tablet(int index, String method, String body) {
        return Wire.read(raw(sim.tablet(index).address(), "/TabletServer/" + method, body)
                .body());
    }

    int code(String method, String body) {
        return ns(method, body).path("code").asInt();
    }

    SimResponse raw(String address, String path, String body) {
        try {
            return sim.exchange(address, request(path, body));
        } catch (NoAnswerException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SimRequest request(String path, String body) {
        return new SimRequest(
                "POST",
                path,
                Map.of("Authorization", List.of("sdefault"), "Content-Type", List.of("application/json")),
                body);
    }

    /** The metadata of one replica, as ShowTable has it. */
    JsonNode meta(String table, int pid, String endpoint) {
        JsonNode tables = ns("ShowTable", "{\"db\":\"demo_db\",\"name\":\"" + table + "\"}")
                .path("table_info");
        for (JsonNode meta : tables.path(0).path("table_partition").path(pid).path("partition_meta")) {
            if (meta.path("endpoint").asText().equals(endpoint)) {
                return meta;
            }
        }
        throw new AssertionError("no replica on " + endpoint + " in " + tables);
    }
}
