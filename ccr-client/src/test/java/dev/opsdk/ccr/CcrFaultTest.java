package dev.opsdk.ccr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.ConflictException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.Expectation;
import dev.opsdk.core.testkit.Fault;
import dev.opsdk.core.testkit.FaultKit;
import dev.opsdk.core.testkit.Probe;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every call of the client against every way a server can fail. */
class CcrFaultTest extends FaultKit {
    private static final String DETAIL =
            RecordedExchanges.titled("job_detail db_job").response().body();
    private static final int HOPS = 3;

    private final List<Probe> probes =
            WireCall.all().stream().map(CcrFaultTest::probe).toList();

    @Override
    protected List<Probe> probes() {
        return probes;
    }

    @Test
    void noOperationIsLeftOut() {
        Set<String> probed = WireCall.all().stream().map(WireCall::operation).collect(Collectors.toSet());
        assertThat(probed).isEqualTo(WireCall.operations().keySet());
    }

    /** A syncer's redirect is followed by sending the same again, and was a refusal; it goes round in circles here. */
    @Override
    protected Expectation expectation(Probe probe, Fault fault) {
        boolean aboutAJob =
                WireCall.all().stream().anyMatch(call -> call.toString().equals(probe.name()) && call.aboutAJob());
        if (fault == Fault.REDIRECT_303 && aboutAJob) {
            return Expectation.fails(ConflictException.class, Outcome.NOT_DONE).requests(1 + HOPS, 1 + HOPS);
        }
        // a table is any text: what is neither a page nor a known failure is shown as it came
        if (probe.name().equals("view by table") && (fault == Fault.NOT_JSON || fault == Fault.EMPTY)) {
            return Expectation.returns();
        }
        return super.expectation(probe, fault);
    }

    private static Probe probe(WireCall call) {
        Probe.Call made = (BaseUrl url) -> {
            try (CcrClient ccr =
                    quick(CcrClient.builder().syncers(url.toString())).build()) {
                call.run(ccr);
            }
        };
        Probe probe = call.effect() == Effect.READ
                ? Probe.read(call.toString(), made)
                : Probe.mutation(call.toString(), made).answering("{\"success\":true}");
        return switch (call.operation()) {
            case "create_ccr" -> probe.hiding("s3cret");
            case "update_host_mapping" ->
                probe.after("/job_detail", Answer.of(200, "text/plain; charset=utf-8", DETAIL));
            default -> probe;
        };
    }
}
