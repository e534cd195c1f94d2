package dev.opsdk.openmldb;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.opsdk.core.testkit.Probe;
import dev.opsdk.core.testkit.ReplyFuzz;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Every call of the client against what real servers said, damaged. */
class MldbReplyFuzzTest extends ReplyFuzz {
    private static final List<RecordedExchange> RECORDED = RecordedExchange.all();

    @Override
    protected List<Probe> probes() {
        return new MldbFaultTest().probes();
    }

    @Override
    protected int cases() {
        return 80;
    }

    /** What was recorded of the method, successes and refusals, and a plain yes. */
    @Override
    protected List<String> seeds(Probe probe) {
        List<String> seeds = new ArrayList<>(RECORDED.stream()
                .filter(exchange -> exchange.path().endsWith("/" + probe.name()))
                .map(RecordedExchange::answer)
                .filter(answer -> !answer.isEmpty())
                .distinct()
                .toList());
        seeds.add(Mldb.OK);
        return seeds;
    }

    @Override
    protected boolean saysDone(Probe probe, int status, byte[] body) {
        try (JsonParser parser = new ObjectMapper().createParser(body)) {
            JsonNode code = parser.<JsonNode>readValueAsTree().path("code");
            return status / 100 == 2
                    && code.isIntegralNumber()
                    && code.bigIntegerValue().signum() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
