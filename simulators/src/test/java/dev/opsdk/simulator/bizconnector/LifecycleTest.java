package dev.opsdk.simulator.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.Outcome;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Processes that end and start, databases that are not the newest, lines that break. */
class LifecycleTest extends BizTest {

    private final BizConnectorSimulator sim = start();
    private final SimConnector connector = sim.connector(0);
    private final BizWire wire = BizWire.of(connector);

    @Test
    void aKilledConnectorRefusesConnectionsAndComesBackOnItsPort() {
        String url = connector.url();
        ok(wire.get("/Files"));
        connector.kill();
        assertThatThrownBy(() -> wire.get("/Files")).isInstanceOf(UncheckedIOException.class);
        assertThat(connector.restart()).isTrue();
        assertThat(connector.url()).isEqualTo(url);
        ok(wire.get("/Files"));
    }

    @Test
    void itDoesNotStartWithoutItsDatabaseAndSaysSo() {
        connector.databaseDown();
        assertThat(connector.restart()).isFalse();
        assertThat(connector.logs()).contains("Could not connect to the configured database.");
        assertThatThrownBy(() -> wire.get("/Files")).isInstanceOf(UncheckedIOException.class);
        connector.databaseUp();
        assertThat(connector.restart()).isTrue();
    }

    @Test
    void itDoesNotStartWithoutTheBackbone() {
        sim.backbone().down();
        assertThat(connector.restart()).isFalse();
        assertThat(connector.logs()).contains("for GET /api/v2/Version");
    }

    @Test
    void anOutdatedDatabaseHasLostWhatCameAfterIt() {
        sim.establishRelationship(connector, sim.connector(1));
        sim.connector(1).data().sendMail(connector, "one", "1");
        none(wire.sync());
        DatabaseSnapshot backup = connector.snapshot();
        sim.advance(Duration.ofHours(1));
        sim.connector(1).data().sendMail(connector, "two", "2");
        none(wire.sync());
        assertThat(ok(wire.get("/Messages"))).hasSize(2);
        String newest =
                ok(wire.get("/Account/SyncInfo")).at("/lastSyncRun/completedAt").asText();

        connector.kill();
        connector.restoreDatabaseFrom(backup);
        connector.restart();
        assertThat(ok(wire.get("/Account/SyncInfo"))
                        .at("/lastSyncRun/completedAt")
                        .asText())
                .isLessThan(newest);
        none(wire.sync());
        assertThat(ok(wire.get("/Messages"))).hasSize(1);
    }

    @Test
    void aLostDatabaseIsSilentlySomebodyElse() {
        String before = connector.address();
        connector.loseDatabase();
        assertThat(ok(wire.get("/Account/IdentityInfo")).get("address").asText())
                .isEqualTo(connector.address())
                .isNotEqualTo(before);
    }

    @Test
    void syncInfoIsEmptyBeforeTheFirstSync() {
        assertThat(ok(wire.get("/Account/SyncInfo"))).isEmpty();
        none(wire.sync());
        assertThat(ok(wire.get("/Account/SyncInfo"))
                        .at("/lastSyncRun/completedAt")
                        .asText())
                .isEqualTo("2026-01-15T08:00:00.000Z");
    }

    @Test
    void theSyncModuleSyncsByItself() {
        BizConnectorSimulator busy = start(BizConnectorSimulator.builder().syncEvery(Duration.ofMinutes(1)));
        busy.establishRelationship(busy.connector(0), busy.connector(1));
        busy.connector(0).data().sendMail(busy.connector(1), "s", "b");
        busy.advance(Duration.ofMinutes(1));
        assertThat(busy.connector(1).data().messages()).hasSize(1);
        busy.backbone().down();
        busy.advance(Duration.ofMinutes(1));
        assertThat(busy.connector(1).logs()).contains("Sync failed");
    }

    @Test
    void faultsOfTheLineStrikeHereToo() {
        connector.fail(Fault.resetAfter());
        assertThatThrownBy(() -> wire.post("/Attributes", "{'content':{'value':{'@type':'Sex','value':'x'}}}"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(connector.data().attributes()).hasSize(1);
        assertThat(connector.journal().executed("/api/core/v1/Attributes")).hasSize(1);
        connector.fail(Fault.html(502));
        assertThat(text(wire.get("/Files"))).contains("nginx");
        assertThat(connector.journal().last("/api/core/v1/Files").orElseThrow().outcome())
                .isEqualTo(Outcome.NOT_PROCESSED);
    }

    @Test
    void aDownloadCanBreakInTheMiddle() {
        String id = connector.data().uploadFile("big.bin", "application/octet-stream", new byte[100_000]);
        connector.fail(Fault.cutBody());
        assertThatThrownBy(() -> wire.get("/Files/" + id + "/Download")).isInstanceOf(UncheckedIOException.class);
        assertThat(wire.accepting("*/*").get("/Files/" + id + "/Download").body())
                .hasSize(100_000);
    }

    @Test
    void garbageInPlaceOfBytesArrivesAsGarbage() {
        String id = connector.data().uploadFile("a.bin", "application/octet-stream", new byte[] {1, 2, 3});
        connector.fail(Fault.garble());
        assertThat(text(wire.accepting("*/*").get("/Files/" + id + "/Download")))
                .contains("not what you expect");
    }

    @Test
    void idleConnectionsAreClosed() throws Exception {
        SimConnector impatient = start(BizConnectorSimulator.builder().keepAlive(Duration.ofMillis(50)))
                .connector(0);
        try (Socket socket = new Socket(
                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                URI.create(impatient.url()).getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("HEAD /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            // ends only because the server closes
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void theLogIsOfLog4jsAndHoldsTheIdsOfServerErrorsOnly() {
        String id = failed(wire.raw("POST", BizWire.API + "/Tokens/Own"), 500, "error.connector.unexpected")
                .get("id")
                .asText();
        String other = failed(wire.get("/Messages/xyz"), 400, "error.runtime.validation.invalidPropertyValue")
                .get("id")
                .asText();
        assertThat(connector.logs())
                .contains("\u001B[91m[2026-01-15T08:00:00.000] [ERROR] HttpServer - " + id + "\n")
                .contains(
                        "\u001B[32m[2026-01-15T08:00:00.000] [INFO] HttpServer - GET /api/core/v1/Messages/xyz 400 -- 4ms ")
                .contains("Listening on port " + URI.create(connector.url()).getPort())
                .doesNotContain(other);
    }
}
