package dev.opsdk.oms;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.opsdk.core.testkit.Probe;
import dev.opsdk.core.testkit.ReplyFuzz;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Every call of the client against what a cluster manager says, damaged. */
class OmsReplyFuzzTest extends ReplyFuzz {
    private static final String REFUSED =
            "{\"isSuccess\":false,\"errCode\":\"CM-SCHEERR000024\",\"errMsg\":\"no store\","
                    + "\"errorDetail\":{\"code\":\"CM-RESOAT000017\",\"message\":\"m\",\"reason\":\"r\",\"proposal\":\"p\"},"
                    + "\"retryable\":true}";

    @Override
    protected List<Probe> probes() {
        return new OmsFaultTest().probes();
    }

    @Override
    protected int cases() {
        return 80;
    }

    @Override
    protected List<String> seeds(Probe probe) {
        return List.of(
                probe.properAnswer().isEmpty() ? "pong" : probe.properAnswer(),
                REFUSED,
                "{\"isSuccess\":true,\"applier\":\"" + Cm.WRITER + "\",\"taskName\":\"" + Cm.CONNECTOR + "\"}");
    }

    @Override
    protected boolean saysDone(Probe probe, int status, byte[] body) {
        try (JsonParser parser = new ObjectMapper().createParser(body)) {
            JsonNode flag = parser.<JsonNode>readValueAsTree().path("isSuccess");
            return status / 100 == 2 && flag.asText().toLowerCase(Locale.ROOT).equals("true");
        } catch (IOException e) {
            return false;
        }
    }
}
