package dev.opsdk.ccr;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.opsdk.core.testkit.Probe;
import dev.opsdk.core.testkit.ReplyFuzz;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Every call of the client against what a real syncer said, damaged. */
class CcrReplyFuzzTest extends ReplyFuzz {
    private static final List<RecordedExchanges.Exchange> RECORDED = RecordedExchanges.all();

    @Override
    protected List<Probe> probes() {
        return new CcrFaultTest().probes();
    }

    @Override
    protected int cases() {
        return 80;
    }

    /** What was recorded at the call's route, successes and failures, and a plain yes. */
    @Override
    protected List<String> seeds(Probe probe) {
        String route = "/" + probe.name().replaceFirst(" by .*", "");
        List<String> seeds = new ArrayList<>(RECORDED.stream()
                .filter(exchange ->
                        exchange.request().path().replaceFirst("\\?.*", "").equals(route))
                .map(exchange -> exchange.response().body())
                .distinct()
                .toList());
        seeds.add("{\"success\":true}");
        seeds.add("{\"success\":false,\"error_msg\":\"[normal] job not exist\"}");
        return seeds;
    }

    @Override
    protected boolean saysDone(Probe probe, int status, byte[] body) {
        try (JsonParser parser = new ObjectMapper().createParser(body)) {
            JsonNode reply = parser.readValueAsTree();
            return status == 200
                    && reply.path("success").isBoolean()
                    && reply.path("success").booleanValue();
        } catch (IOException e) {
            return false;
        }
    }
}
