package dev.opsdk.examples.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.examples.openmldb.Exit;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.oms.OmsSimulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Script script = script(true);

    private Script script(boolean scripted) {
        return new Script(
                scripted,
                false,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aResultIsPrinted() {
        script.run(() -> "done");
        assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo("done");
        assertThat(script.status()).isEqualTo(Exit.OK);
    }

    @Test
    void whatWasNeverRunHasNotSucceeded() {
        assertThat(script.status()).isEqualTo(Exit.USAGE);
        assertThat(said()).contains("what stands outside of it HAS been run");
    }

    @Test
    void theStatusMeansAllOfAScript() {
        script.run(() -> null);
        script.run(() -> {
            throw new AssertionError("must not run");
        });
        assertThat(script.status()).isEqualTo(Exit.USAGE);
        assertThat(said()).contains("one run(...)");
    }

    @Test
    void aPersonMayRunWhateverComes() {
        Script session = script(false);
        session.run(() -> {
            throw new IllegalArgumentException("no such thing");
        });
        session.run(() -> null);
        assertThat(session.status()).isEqualTo(Exit.OK);
        assertThat(said().strip()).isEqualTo("no such thing");
    }

    @Test
    void anUnknownOutcomeIsNoPlainFailure() {
        try (OmsSimulator sim = Demo.oms();
                OmsClient oms = OmsClient.connect(sim.url())) {
            sim.fail(Fault.resetAfter().on("/applier/stop"));
            script.run(() -> {
                oms.writer("10.10.10.1-9000:p_orders_source-000-0:0000000001").stop();
                return null;
            });
        }
        assertThat(script.status()).isEqualTo(Exit.UNKNOWN);
        assertThat(said()).contains("oms").doesNotContain(OutcomeUnknownException.class.getSimpleName(), "\tat ");
    }

    @Test
    void aProcedureThatEndsEarlyPrintsItsReport() {
        try (OmsSimulator sim = Demo.oms();
                OmsClient oms = Demo.client(sim)) {
            sim.migratedFailsToStart(9);
            script.run(() -> oms.writer("10.10.10.1-9000:p_orders_source-000-0:0000000001")
                    .procedures()
                    .migrate("10.10.10.2", how -> how)
                    .run());
        }
        assertThat(script.status()).isEqualTo(Exit.NOT_COMPLETE);
        assertThat(said())
                .contains("is NOT complete", "next:")
                .doesNotContain(ProcedureException.class.getSimpleName(), "\tat ");
    }

    @Test
    void ofAStrangersExceptionTheTypeIsHalfOfTheMessage() {
        script.run(() -> {
            throw new java.io.IOException("disk");
        });
        assertThat(script.status()).isEqualTo(Exit.NOT_COMPLETE);
        assertThat(said().strip()).isEqualTo("java.io.IOException: disk");
    }
}
