package dev.opsdk.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.opsdk.core.TimeSource;
import dev.opsdk.simulator.SimClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody reads who tries this for the first time and gets something wrong. */
class LiveMessagesTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void noSystemNamedIsNoSuccess() {
        assertThatThrownBy(() -> live(Map.of("OPSDK_LIVE_CONECTOR", "http://10.0.0.7:8080"))
                        .end())
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "0 systems tried",
                        "OPSDK_LIVE_CCR=http://",
                        "OPSDK_LIVE_CONNECTOR=http://",
                        "OPSDK_LIVE_CONECTOR is set and means nothing here",
                        "CONTRIBUTING.md");
    }

    @Test
    void systemsThatWereNotTriedAreNamed() {
        Live live = live(Map.of("OPSDK_LIVE_CCR", "http://127.0.0.1:1"));
        assertThat(catchThrowable(() -> live.run(LiveSystem.CCR))).isInstanceOf(AssertionError.class);
        live.end();
        assertThat(screen())
                .contains(
                        "1 of 4 systems tried",
                        "Doris CCR syncer: 0 reads, 0 mutations sent, 1 failed",
                        "OMS cluster manager skipped: OPSDK_LIVE_OMS is not set");
    }

    @ParameterizedTest
    @CsvSource({
        "CCR, localhost:9190, has no http:// or https:// in front",
        "OMS, http://host:8088/path, has the path",
        "OPENMLDB, http://host:7527, is not host:port",
        "OPENMLDB, zk:host:2181, write it as zk:host:2181/zk_root_path",
        "CONNECTOR, 10.0.0.7, has no http:// or https:// in front"
    })
    void aSlipNamesTheVariable(LiveSystem system, String where, String reason) {
        assertThatThrownBy(() -> live(Map.of(system.variable.name(), where)).run(system))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(system.variable + ": ", reason);
        assertThat(screen()).contains("0 reads, 0 mutations sent, 1 failed");
    }

    @ParameterizedTest
    @CsvSource({
        "CCR, http://127.0.0.1:1, port 9190",
        "OMS, http://127.0.0.1:1, port 8088",
        "OPENMLDB, 127.0.0.1:1, port 7527",
        "CONNECTOR, http://127.0.0.1:1, without a path"
    })
    void nobodyThereSaysWhereToLook(LiveSystem system, String where, String hint) {
        assertThatThrownBy(() -> live(Map.of(system.variable.name(), where)).run(system))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("connection refused");
        assertThat(screen()).contains("nothing else was tried").containsPattern("look: .*" + hint);
    }

    @ParameterizedTest
    @CsvSource({"CCR, OMS", "CCR, CONNECTOR", "OMS, CCR", "OMS, CONNECTOR", "OPENMLDB, CCR", "CONNECTOR, CCR"})
    void anotherServiceThereIsNotMistakenForIt(LiveSystem wanted, LiveSystem there) {
        try (Simulated sims = Simulated.start()) {
            String url = sims.variables().get(there.variable);
            String where = wanted == LiveSystem.OPENMLDB ? url.replace("http://", "") : url;
            assertThatThrownBy(() -> live(Map.of(wanted.variable.name(), where), sims.time())
                            .run(wanted))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("first contact, nothing else was tried");
        }
    }

    @Test
    void aWrongKeyIsSaidAndNotRepeated() {
        try (Simulated sims = Simulated.start()) {
            String wrong = "planted-wrong-key-of-more-than-30-characters";
            assertThatThrownBy(() -> live(
                                    Map.of(
                                            "OPSDK_LIVE_CONNECTOR",
                                            sims.connector().url(),
                                            "OPSDK_LIVE_CONNECTOR_KEY",
                                            wrong),
                                    sims.time())
                            .run(LiveSystem.CONNECTOR))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("unauthorized")
                    .hasMessageNotContaining(wrong);
            assertThat(screen()).contains("authentication.apiKey.keys").doesNotContain(wrong);
            assertThat(sims.asked(LiveSystem.CONNECTOR)).containsExactly("GET /health", "GET /Monitoring/Version");
        }
    }

    @Test
    void aUserWithAWrongPasswordIsToldWhichVariables() {
        try (Simulated sims = Simulated.start()) {
            assertThatThrownBy(() -> live(
                                    Map.of(
                                            "OPSDK_LIVE_OPENMLDB",
                                            sims.variables().get(Var.OPSDK_LIVE_OPENMLDB),
                                            "OPSDK_LIVE_OPENMLDB_USER",
                                            "operator",
                                            "OPSDK_LIVE_OPENMLDB_PASSWORD",
                                            "planted-wrong-password"),
                                    sims.time())
                            .run(LiveSystem.OPENMLDB))
                    .isInstanceOf(AssertionError.class);
            assertThat(screen()).contains("OPSDK_LIVE_OPENMLDB_PASSWORD").doesNotContain("planted-wrong-password");
        }
    }

    @Test
    void onlyTrueLetsAnythingBeChanged() {
        assertThatThrownBy(() -> live(Map.of("OPSDK_LIVE_CCR", "http://127.0.0.1:1", "OPSDK_LIVE_MUTATE", "yes"))
                        .run(LiveSystem.CCR))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("OPSDK_LIVE_MUTATE is neither true nor false");
        assertThat(screen()).contains("0 reads, 0 mutations sent");
    }

    private Live live(Map<String, String> variables) {
        SimClock clock = SimClock.manual(); // nobody waits in real time for who does not answer
        return live(variables, TimeSource.simulated(clock::now, clock::advance));
    }

    private Live live(Map<String, String> variables, TimeSource time) {
        return new Live(new Env(variables), new PrintStream(screen, true, StandardCharsets.UTF_8), directory, time);
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
