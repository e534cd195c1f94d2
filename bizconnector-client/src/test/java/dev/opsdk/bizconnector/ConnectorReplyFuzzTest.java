package dev.opsdk.bizconnector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.opsdk.core.testkit.Probe;
import dev.opsdk.core.testkit.ReplyFuzz;
import java.io.IOException;
import java.util.List;

/** Every call of the client against what a real connector said, damaged. */
class ConnectorReplyFuzzTest extends ReplyFuzz {
    private static final String REFUSED = "{\"error\":{\"id\":\"ERRx\",\"code\":\"error.runtime.recordNotFound\","
            + "\"message\":\"not found\",\"docs\":\"d\",\"time\":\"2026-01-02T03:04:05.000Z\",\"details\":{\"a\":1}}}";

    @Override
    protected List<Probe> probes() {
        return new ConnectorFaultTest().probes();
    }

    @Override
    protected int cases() {
        return 30;
    }

    @Override
    protected List<String> seeds(Probe probe) {
        return List.of(probe.properAnswer().isEmpty() ? "{\"result\":{}}" : probe.properAnswer(), REFUSED);
    }

    /** 204 where nothing is to be said, else a result with 2xx. */
    @Override
    protected boolean saysDone(Probe probe, int status, byte[] body) {
        if (status == 204) {
            return body.length == 0;
        }
        try (JsonParser parser = new ObjectMapper().createParser(body)) {
            return status / 100 == 2
                    && !parser.<JsonNode>readValueAsTree().path("result").isMissingNode();
        } catch (IOException e) {
            return false;
        }
    }
}
