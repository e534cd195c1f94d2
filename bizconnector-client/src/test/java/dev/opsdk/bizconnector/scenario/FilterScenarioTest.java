package dev.opsdk.bizconnector.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.FileUpload;
import dev.opsdk.bizconnector.model.file.File;
import dev.opsdk.bizconnector.model.filter.FileFilter;
import dev.opsdk.bizconnector.model.message.Message;
import dev.opsdk.bizconnector.model.relationship.RelationshipStatus;
import dev.opsdk.bizconnector.model.request.RequestStatus;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filters find on the server what they say. */
class FilterScenarioTest extends SimulatedConnectors {
    private final BizConnectorSimulator sim = start();
    private final BizConnectorClient client = client(sim, 0);
    private final String peer = sim.connector(1).address();
    private Instant begin = sim.clock().now();

    /** Three files a minute apart: 1, 20 and 300 bytes. */
    @BeforeEach
    void files() {
        begin = sim.clock().now();
        upload("Alpha.txt", 1, "x:one", "x:two");
        upload("beta.TXT", 20, "x:two");
        upload("gamma (1).pdf", 300);
    }

    private void upload(String name, int size, String... tags) {
        FileUpload.Builder file = FileUpload.of(name, new byte[size]);
        for (String tag : tags) {
            file.tag(tag);
        }
        client.files().upload((size == 1 ? file.description("first") : file).build());
        sim.advance(Duration.ofMinutes(1));
    }

    private void finds(Consumer<FileFilter> filter, Integer... sizes) {
        assertThat(client.files().own(filter).list())
                .extracting(file -> (int) file.filesize().orElse(-1))
                .containsExactlyInAnyOrder(sizes);
    }

    @Test
    void everyOperatorFindsWhatItSays() {
        finds(f -> f.filename().is("Alpha.txt"), 1);
        finds(f -> f.filename().is("Alpha.txt", "beta.TXT"), 1, 20);
        finds(f -> f.filename().isNot("Alpha.txt"), 20, 300);
        finds(f -> f.filename().isNot("Alpha.txt", "beta.TXT"), 300);
        finds(f -> f.filename().startsWith("ALPHA"), 1);
        finds(f -> f.filename().endsWith(".txt"), 1, 20);
        finds(f -> f.filename().contains("(1)"), 300);
        finds(f -> f.filename().matches("^[ag].*"), 1, 300);
        finds(f -> f.description().exists(), 1);
        finds(f -> f.description().missing(), 20, 300);
        finds(f -> f.filesize().is(20), 20);
        finds(f -> f.filesize().isNot(20), 1, 300);
        finds(f -> f.filesize().moreThan(20), 300);
        finds(f -> f.filesize().atLeast(20), 20, 300);
        finds(f -> f.filesize().lessThan(20), 1);
        finds(f -> f.filesize().atMost(20), 1, 20);
        finds(f -> f.filesize().between(2, 299), 20);
        finds(f -> f.tags().anyOf("x:one"), 1);
        finds(f -> f.tags().anyOf("x:one", "x:two"), 1, 20);
        finds(f -> f.isOwn().is(true), 1, 20, 300);
        finds(f -> f.isOwn().is(false));
        finds(f -> f.filename().endsWith(".txt").filesize().moreThan(1), 20);
    }

    @Test
    void timesAreComparedAsWholeInstants() {
        Instant second = begin.plus(Duration.ofMinutes(1));
        finds(f -> f.createdAt().is(second), 20);
        finds(f -> f.createdAt().isNot(second), 1, 300);
        finds(f -> f.createdAt().after(second), 300);
        finds(f -> f.createdAt().atOrAfter(second), 20, 300);
        finds(f -> f.createdAt().before(second), 1);
        finds(f -> f.createdAt().atOrBefore(second), 1, 20);
        finds(f -> f.createdAt().between(second, second.plus(Duration.ofSeconds(1))), 20);
        finds(f -> f.expiresAt().before(sim.clock().now()));
    }

    @Test
    void whatLooksLikeANumberIsFoundAllTheSame() {
        upload("2020", 7);
        upload("true", 8);
        assertThat(client.files().own(f -> f.filename().is("2020")).list())
                .extracting(File::filename)
                .allSatisfy(name -> assertThat(name).contains("2020"))
                .hasSize(1);
        finds(f -> f.filename().is("true"), 8);
    }

    @Test
    void everyListTakesAFilter() {
        sim.establishRelationship(sim.connector(0), sim.connector(1));
        sim.connector(1).data().sendMail(sim.connector(0), "Subject 7", "Body");
        sim.connector(0).sync();
        String attribute = sim.connector(0).data().addAttributes(2).get(0);
        Instant begins = begin.minusSeconds(1);
        assertThat(client.attributes()
                        .all(f -> f.valueType().is("GivenName").createdAt().after(begins))
                        .list())
                .hasSize(2);
        assertThat(client.attributes()
                        .ownIdentity(f -> f.valueType().is("Surname").onlyLatestVersions(false))
                        .list())
                .isEmpty();
        assertThat(client.attributes()
                        .ownShared(peer, f -> f.hideTechnical(true))
                        .list())
                .isEmpty();
        assertThat(client.attributes()
                        .peer(peer, f -> f.createdAt().after(begins))
                        .list())
                .isEmpty();
        assertThat(client.attributes()
                        .forwardingDetails(attribute, f -> f.peer().is(peer))
                        .list())
                .isEmpty();
        assertThat(client.files().all(f -> f.tags().anyOf("x:one")).list()).hasSize(1);
        assertThat(client.files().peer(f -> f.tags().anyOf("x:one")).list()).isEmpty();
        assertThat(client.messages()
                        .all(f -> f.isOwn()
                                .is(false)
                                .subject()
                                .startsWith("subject")
                                .participant()
                                .is(peer)
                                .wasReadAt()
                                .missing())
                        .list())
                .extracting(Message::isOwn)
                .containsExactly(false);
        assertThat(client.relationships()
                        .all(f -> f.status()
                                .is(RelationshipStatus.Known.ACTIVE)
                                .peer()
                                .is(peer))
                        .list())
                .hasSize(1);
        assertThat(client.relationshipTemplates()
                        .all(f -> f.maxNumberOfAllocations().atLeast(1))
                        .list())
                .isEmpty();
        assertThat(client.relationshipTemplates()
                        .own(f -> f.passwordProtected(false))
                        .list())
                .hasSize(1);
        assertThat(client.relationshipTemplates().peer(f -> f.isOwn().is(false)).list())
                .isEmpty();
        assertThat(client.requests()
                        .incoming()
                        .all(f -> f.status().is(RequestStatus.Known.OPEN))
                        .list())
                .isEmpty();
        assertThat(client.requests().outgoing().all(f -> f.peer().is(peer)).list())
                .isEmpty();
        assertThat(client.tokens().own(f -> f.expiresAt().after(begins)).list()).isEmpty();
        assertThat(client.tokens().peer(f -> f.createdBy().is(peer)).list()).isEmpty();
    }
}
