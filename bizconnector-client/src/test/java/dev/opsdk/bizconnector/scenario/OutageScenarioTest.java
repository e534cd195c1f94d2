package dev.opsdk.bizconnector.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.FileUpload;
import dev.opsdk.bizconnector.model.attribute.identity.GivenName;
import dev.opsdk.bizconnector.model.error.ConnectorError;
import dev.opsdk.bizconnector.model.error.ErrorKind;
import dev.opsdk.core.Secret;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.bizconnector.SimConnector;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told when something behind the connector is down. */
class OutageScenarioTest extends SimulatedConnectors {
    private final BizConnectorSimulator sim = start();
    private final SimConnector connector = sim.connector(0);
    private final BizConnectorClient client = client(sim, 0);

    @Test
    void aDeadDatabaseIsNotTakenForABadRequest() {
        connector.databaseDown();
        OpsException failure = fails(OpsException.class, () -> client.files().list());
        ConnectorError error = ConnectorError.of(failure).orElseThrow();
        assertThat(error.kind()).isEqualTo(ErrorKind.DATABASE_DOWN);
        assertThat(error.fault()).isEqualTo(ErrorKind.Fault.CONNECTOR);
        assertThat(error.retryable()).isTrue();
        assertThat(client.health().isHealthy()).isFalse();
        assertThat(client.account().identityInfo().address()).isEqualTo(connector.address());
        connector.databaseUp();
        assertThat(client.files().list()).isEmpty();
        assertThat(client.health().isHealthy()).isTrue();
    }

    @Test
    void aDeadBackboneIsNotTakenForADeadConnector() {
        sim.backbone().down();
        OpsException failure = fails(OpsException.class, () -> client.account().sync());
        assertThat(kind(failure)).isEqualTo(ErrorKind.BACKBONE_DOWN);
        assertThat(client.health().summary()).contains("backboneConnection");
        assertThat(client.attributes().create(GivenName.of("A")).id()).startsWith("ATT");
        sim.backbone().up();
        client.account().sync();
        assertThat(client.account().syncInfo().lastSync()).contains(sim.clock().now());
    }

    @ParameterizedTest
    @CsvSource({
        "400, BACKBONE_REFUSED, false",
        "401, BACKBONE_REFUSED, false",
        "403, BACKBONE_REFUSED, false",
        "404, BACKBONE_DOWN, true",
        "429, BACKBONE_REFUSED, true",
        "500, BACKBONE_DOWN, true",
        "503, BACKBONE_REFUSED, true"
    })
    void whatTheBackboneSaysIsNotTakenForTheConnectorsWord(int status, ErrorKind kind, boolean retryable) {
        sim.backbone().failing(status);
        OpsException failure = fails(
                OpsException.class,
                () -> client.files().upload(FileUpload.of("a", new byte[] {1}).build()));
        ConnectorError error = ConnectorError.of(failure).orElseThrow();
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.fault()).isEqualTo(ErrorKind.Fault.BACKBONE);
        assertThat(error.retryable()).isEqualTo(retryable);
        assertThat(failure).isNotInstanceOf(UnauthorizedException.class);
        assertThat(asked(connector, "POST", api("/Files/Own"))).isEqualTo(1);
        assertThat(connector.data().files()).isEmpty();
        sim.backbone().up();
        client.files().upload(FileUpload.of("a", new byte[] {1}).build());
    }

    @Test
    void aHangingBackboneMakesHealthHangForAsLongAsWasTold() {
        sim.backbone().hangs();
        BizConnectorClient impatient =
                client(to(sim, connector).apiKey(Secret.of(connector.apiKey())).healthDeadline(Duration.ofMillis(300)));
        fails(NoReplyException.class, impatient::health);
        sim.backbone().up();
        assertThat(impatient.health().isHealthy()).isTrue();
    }

    @Test
    void brokenCredentialsAtTheBackboneStayUnseenForFiveMinutes() {
        assertThat(client.health().isHealthy()).isTrue();
        sim.backbone().rejectsCredentials();
        assertThat(client.health().isHealthy()).isTrue();
        sim.advance(Duration.ofMinutes(6));
        assertThat(client.health().summary()).contains("backboneAuthentication");
    }

    @Test
    void aBrokenHealthCheckIsAnErrorUntilARestart() {
        connector.healthCheckBreaks();
        fails(OpsException.class, client::health);
        assertThat(connector.restart()).isTrue();
        assertThat(client.health().isHealthy()).isTrue();
    }

    @Test
    void aStoppedConnectorIsUnreachableAndNothingWasDone() {
        connector.kill();
        fails(UnreachableException.class, () -> client.attributes().create(GivenName.of("A")));
        assertThat(connector.data().attributes()).isEmpty();
        assertThat(connector.restart()).isTrue();
        client.attributes().create(GivenName.of("A"));
        assertThat(connector.data().attributes()).hasSize(1);
    }
}
