package dev.opsdk.simulator.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two connectors from nothing to a conversation, over HTTP only. */
class FirstContactTest extends BizTest {

    @Test
    void twoConnectorsGetToKnowEachOther() {
        BizConnectorSimulator sim = start();
        BizWire alice = BizWire.of(sim.connector(0));
        BizWire bob = BizWire.of(sim.connector(1));
        JsonNode template = created(
                alice.post(
                        "/RelationshipTemplates/Own",
                        "{" + END
                                + ",'maxNumberOfAllocations':5,'content':{'@type':'RelationshipTemplateContent','title':'Connect',"
                                + "'onNewRelationship':{'@type':'Request','items':[{'@type':'ReadAttributeRequestItem',"
                                + "'mustBeAccepted':true,'query':{'@type':'IdentityAttributeQuery','valueType':'GivenName'}}]}}}"));
        assertThat(template.at("/content/onNewRelationship").has("@type")).isFalse();
        assertThat(template.at("/content/onNewRelationship/expiresAt").asText()).isEqualTo("2031-01-01T00:00:00.000Z");

        String reference = template.at("/reference/url").asText();
        created(bob.post("/RelationshipTemplates/Peer", "{'reference':'" + reference + "'}"));
        JsonNode request =
                ok(bob.get("/Requests/Incoming?status=ManualDecisionRequired")).get(0);
        String attribute = created(bob.post("/Attributes", "{'content':{'value':{'@type':'GivenName','value':'Bob'}}}"))
                .get("id")
                .asText();
        String path = "/Requests/Incoming/" + request.get("id").asText();
        String decision = "{'items':[{'accept':true,'existingAttributeId':'" + attribute + "'}]}";
        assertThat(ok(bob.put(path + "/CanAccept", decision)).get("isSuccess").asBoolean())
                .isTrue();
        assertThat(ok(bob.put(path + "/Accept", decision)).get("status").asText())
                .isEqualTo("Decided");
        sim.advance(Duration.ofSeconds(1));
        JsonNode completed = ok(bob.get(path));
        assertThat(completed.get("status").asText()).isEqualTo("Completed");
        assertThat(completed.at("/response/source/type").asText()).isEqualTo("Relationship");

        none(alice.sync());
        JsonNode pending = ok(alice.get("/Relationships?status=Pending")).get(0);
        assertThat(pending.at("/creationContent/response").has("@type")).isFalse();
        ok(alice.put("/Relationships/" + pending.get("id").asText() + "/Accept"));
        assertThat(ok(alice.get("/Attributes/Peer/" + sim.connector(1).address()))
                        .at("/0/content/value/value")
                        .asText())
                .isEqualTo("Bob");
        assertThat(ok(alice.get("/Requests/Outgoing")).at("/0/status").asText()).isEqualTo("Completed");
        none(bob.sync());
        assertThat(ok(bob.get("/Relationships")).at("/0/status").asText()).isEqualTo("Active");
    }

    @Test
    void filesComeBackByteForByte() {
        BizConnectorSimulator sim = start();
        BizWire alice = BizWire.of(sim.connector(0));
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        JsonNode file = created(alice.upload("hällo.bin", all, "title", "Täst"));
        assertThat(file.get("filename").asText()).isEqualTo("hällo.bin");
        assertThat(file.get("title").asText()).isEqualTo("Täst");
        assertThat(file.get("filesize").asInt()).isEqualTo(256);
        HttpResponse<byte[]> download =
                alice.accepting("*/*").get("/Files/" + file.get("id").asText() + "/Download");
        assertThat(download.body()).isEqualTo(all);
        assertThat(header(download, "content-disposition")).isEqualTo("attachment;filename=h%C3%A4llo.bin");
        HttpResponse<byte[]> picture =
                alice.accepting("image/png").get("/Files/" + file.get("id").asText());
        assertThat(header(picture, "content-type")).isEqualTo("image/png");
        assertThat(new String(picture.body(), 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
    }
}
