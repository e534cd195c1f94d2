package dev.opsdk.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.UnreadableReplyException;
import dev.opsdk.core.testkit.Expectation;
import dev.opsdk.core.testkit.Fault;
import dev.opsdk.core.testkit.FaultKit;
import dev.opsdk.core.testkit.Probe;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every call of the client against every way a server can fail. */
class ConnectorFaultTest extends FaultKit {
    private static final String STREAMED = "streamed files";
    private static final Set<Fault> BREAKS_IN_THE_BODY = EnumSet.of(Fault.CUT_BODY, Fault.BAD_GZIP, Fault.SLOW_DRIP);

    private final List<Probe> probes = Stream.concat(
                    WireCall.all().stream().map(ConnectorFaultTest::probe),
                    Stream.of(Probe.read(
                                    STREAMED, with(k -> k.files().all(f -> {}).forEach(file -> {})))
                            .answering("{\"result\":[]}")))
            .toList();

    @Override
    protected List<Probe> probes() {
        return probes;
    }

    @Test
    void noOperationIsLeftOut() {
        assertThat(WireCall.all().stream().map(WireCall::operation).collect(Collectors.toSet()))
                .isEqualTo(WireCall.operations().keySet());
    }

    /** What is handed out as it comes is not asked for again; bytes are bytes, whatever they look like. */
    @Override
    protected Expectation expectation(Probe probe, Fault fault) {
        boolean bytes = probe.name().startsWith("download");
        if (probe.name().equals(STREAMED) && fault == Fault.CUT_BODY) {
            // what there is of that body is no list, which is seen before its end is missed
            return Expectation.fails(UnreadableReplyException.class, Outcome.NOT_DONE);
        }
        if (probe.name().equals(STREAMED) && BREAKS_IN_THE_BODY.contains(fault)) {
            return Expectation.fails(NoReplyException.class, Outcome.NOT_DONE).requests(1, 1);
        }
        if (bytes
                && Set.of(Fault.HTML, Fault.NOT_JSON, Fault.EMPTY, Fault.WRONG_CONTENT_TYPE)
                        .contains(fault)) {
            return Expectation.returns();
        }
        return super.expectation(probe, fault);
    }

    private static Probe.Call with(Function<BizConnectorClient, Object> call) {
        return (BaseUrl url) -> {
            try (BizConnectorClient connector = quick(BizConnectorClient.builder())
                    .url(url.toString())
                    .apiKey(WireCall.PASSWORD)
                    .build()) {
                assertThat(call.apply(connector)).isNotNull();
            }
        };
    }

    private static Probe probe(WireCall call) {
        Probe probe = call.reads()
                ? Probe.read(call.operation(), with(call.call()))
                : Probe.mutation(call.operation(), with(call.call()));
        Probe answering = call.accept().equals(WireCall.JSON) && call.reply().body().length > 0
                ? probe.answering(new String(call.reply().body(), StandardCharsets.UTF_8))
                : probe;
        Probe hiding = answering.hiding(WireCall.PASSWORD.reveal()); // the key, which is in every request
        return call.body().contains("REFERENCE") ? hiding.hiding(WireCall.REFERENCE.reveal()) : hiding;
    }

    @Test
    void aboutHalfOfTheOperationsChangeSomething() {
        assertThat(probes().stream().filter(probe -> probe.effect() == Effect.MUTATION))
                .hasSizeBetween(35, 50);
    }
}
