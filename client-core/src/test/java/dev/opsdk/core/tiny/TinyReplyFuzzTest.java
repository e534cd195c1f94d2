package dev.opsdk.core.tiny;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.Secret;
import dev.opsdk.core.testkit.FaultKit;
import dev.opsdk.core.testkit.Probe;
import dev.opsdk.core.testkit.ReplyFuzz;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

class TinyReplyFuzzTest extends ReplyFuzz {
    private static final String PASSWORD = "Zq7\"Pl\\an'ted ö€x;W9";

    @Override
    protected List<Probe> probes() {
        return List.of(
                Probe.read("state", with(TinyClient::state)),
                Probe.mutation("change", with(tiny -> tiny.change(Secret.of(PASSWORD))))
                        .hiding(PASSWORD),
                Probe.mutation("migrate", with(TinyClient::migrate)));
    }

    private static Probe.Call with(Consumer<TinyClient> call) {
        return (BaseUrl url) -> {
            try (TinyClient tiny = FaultKit.quick(TinyClient.at(url)).build()) {
                call.accept(tiny);
            }
        };
    }

    @Override
    protected int cases() {
        return 300;
    }

    @Override
    protected List<String> seeds(Probe probe) {
        return List.of("{}", "{\"a\":[1,{\"b\":\"text\"}],\"password\":\"x\",\"c\":null}", "not JSON");
    }

    @Override
    protected boolean saysDone(Probe probe, int status, byte[] body) {
        try (JsonParser parser = new ObjectMapper().createParser(body)) {
            return status == 200 && parser.readValueAsTree().isObject() && parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }
}
