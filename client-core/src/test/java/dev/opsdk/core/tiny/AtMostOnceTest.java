package dev.opsdk.core.tiny;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.testkit.FaultKit;
import dev.opsdk.core.testkit.Probe;
import java.util.List;
import java.util.function.Consumer;

/** The kit itself against the smallest client. */
class AtMostOnceTest extends FaultKit {
    @Override
    protected List<Probe> probes() {
        return List.of(
                Probe.read("state", with(TinyClient::state)).hiding("query-value-1"),
                Probe.read("survey", with(TinyClient::survey)).answering("{\"fine\": true}"),
                Probe.mutation("change by POST", with(TinyClient::change))
                        .hiding("query-value-2")
                        .hiding("body-value-1"),
                Probe.mutation("migrate by GET", with(TinyClient::migrate)).hiding("query-value-3"));
    }

    private static Probe.Call with(Consumer<TinyClient> call) {
        return (BaseUrl url) -> {
            try (TinyClient client = quick(TinyClient.at(url)).build()) {
                call.accept(client);
            }
        };
    }
}
