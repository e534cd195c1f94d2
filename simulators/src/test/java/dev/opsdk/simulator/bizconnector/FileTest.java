package dev.opsdk.simulator.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Files, tokens and templates: what one leaves on the Backbone and another fetches. */
class FileTest extends BizTest {

    private final BizConnectorSimulator sim = start();
    private final BizWire alice = BizWire.of(sim.connector(0));
    private final BizWire bob = BizWire.of(sim.connector(1));

    @Test
    void oneTagNeedsBracketsAndTwoDoNot() {
        JsonNode error = failed(
                alice.upload("a.txt", new byte[1], "tags", "x:one"),
                400,
                "error.runtime.validation.invalidPropertyValue");
        assertThat(error.get("message").asText()).isEqualTo("tags must be array");
        assertThat(created(alice.upload("a.txt", new byte[1], "tags[]", "x:one"))
                        .get("tags"))
                .hasSize(1);
        assertThat(created(alice.upload("a.txt", new byte[1], "tags", "x:one", "tags", "x:two"))
                        .get("tags"))
                .hasSize(2);
    }

    @Test
    void anEmptyFileIsFineAndMoreThanTenMebibytesAreNot() {
        JsonNode file = created(alice.upload("e.txt", new byte[0]));
        assertThat(file.get("filesize").asInt()).isZero();
        assertThat(file.get("expiresAt").asText()).isEqualTo("9999-12-31T00:00:00.000Z");
        JsonNode error = failed(
                alice.upload("big", new byte[10 * 1024 * 1024 + 1]),
                400,
                "error.runtime.validation.invalidPropertyValue");
        assertThat(error.get("message").asText()).isEqualTo("'content' is too large");
    }

    @Test
    void aTokenForAFileIsEphemeralUnlessItIsAskedForOtherwise() {
        String file =
                created(alice.upload("a.txt", new byte[] {1, 2})).get("id").asText();
        JsonNode token = created(alice.post("/Files/" + file + "/Token", "{}"));
        assertThat(token.get("isEphemeral").asBoolean()).isTrue();
        failed(alice.get("/Tokens/" + token.get("id").asText()), 404, "error.runtime.recordNotFound");
        JsonNode kept = created(alice.post("/Files/" + file + "/Token", "{'ephemeral':false}"));
        ok(alice.get("/Tokens/" + kept.get("id").asText()));
        HttpResponse<byte[]> picture = alice.accepting("image/png").post("/Files/" + file + "/Token", "{}");
        assertThat(picture.statusCode()).isEqualTo(201);
        assertThat(header(picture, "content-disposition")).isEqualTo("attachment;filename=" + file + ".png");

        JsonNode loaded = created(bob.post(
                "/Files/Peer",
                "{'reference':'" + token.at("/reference/truncated").asText() + "'}"));
        assertThat(loaded.get("isOwn").asBoolean()).isFalse();
        assertThat(loaded.has("ownershipToken")).isFalse();
        assertThat(bob.accepting("*/*").get("/Files/" + file + "/Download").body())
                .containsExactly(1, 2);
        failed(
                bob.raw("PATCH", BizWire.API + "/Files/" + file + "/RegenerateOwnershipToken"),
                400,
                "error.runtime.files.notOwnedByYou");
    }

    @Test
    void anUnreadableReferenceInThePathIsA500() {
        failed(alice.get("/Files/zzz"), 500, "error.connector.unexpected");
        failed(alice.post("/Files/Peer", "{'reference':'abc'}"), 400, "error.runtime.validation.invalidPropertyValue");
    }

    @Test
    void passwordsArePartOfATokenAndAskedFor() {
        JsonNode token = created(alice.post(
                "/Tokens/Own",
                "{'content':{'a':1}," + END + ",'passwordProtection':{'password':'1234','passwordIsPin':true}}"));
        assertThat(token.at("/passwordProtection/password").asText()).isEqualTo("1234");
        String reference = "'reference':'" + token.at("/reference/url").asText() + "'";
        failed(bob.post("/Tokens/Peer", "{" + reference + "}"), 400, "error.transport.noPasswordProvided");
        failed(bob.post("/Tokens/Peer", "{" + reference + ",'password':'no'}"), 404, "error.runtime.recordNotFound");
        JsonNode loaded = created(bob.post("/Tokens/Peer", "{" + reference + ",'password':'1234','ephemeral':true}"));
        assertThat(loaded.get("isEphemeral").asBoolean()).isTrue();
        assertThat(ok(bob.get("/Tokens/Peer"))).isEmpty();
        failed(
                alice.post(
                        "/Tokens/Own",
                        "{'content':{}," + END + ",'passwordProtection':{'password':'x','passwordIsPin':true}}"),
                400,
                "error.runtime.validation.invalidPropertyValue");
    }

    @Test
    void whatIsMeantForSomebodyElseStaysClosed() {
        JsonNode token = created(alice.post(
                "/Tokens/Own",
                "{'content':{'a':1}," + END + ",'forIdentity':'"
                        + sim.connector(0).address() + "'}"));
        failed(
                bob.post(
                        "/Tokens/Peer",
                        "{'reference':'" + token.at("/reference/url").asText() + "'}"),
                400,
                "error.transport.general.notIntendedForYou");
        failed(alice.get("/Tokens"), 404, "error.connector.http.routeDoesNotExist");
    }

    @Test
    void aTemplateIsUsedUpWhenEnoughHaveLoadedIt() {
        BizConnectorSimulator three = start(BizConnectorSimulator.builder().connectors(3));
        BizWire owner = BizWire.of(three.connector(0));
        JsonNode template = created(owner.post(
                "/RelationshipTemplates/Own",
                "{" + END + ",'maxNumberOfAllocations':1,"
                        + "'content':{'@type':'ArbitraryRelationshipTemplateContent','value':{}}}"));
        String load = "{'reference':'" + template.at("/reference/truncated").asText() + "'}";
        created(BizWire.of(three.connector(1)).post("/RelationshipTemplates/Peer", load));
        failed(
                BizWire.of(three.connector(2)).post("/RelationshipTemplates/Peer", load),
                404,
                "error.runtime.recordNotFound");
        none(owner.delete("/RelationshipTemplates/" + template.get("id").asText()));
        failed(
                owner.delete("/RelationshipTemplates/" + template.get("id").asText()),
                404,
                "error.runtime.recordNotFound");
    }

    @Test
    void aTokenForATemplateIsFetchedLikeTheTemplate() {
        JsonNode template = created(alice.post(
                "/RelationshipTemplates/Own",
                "{" + END + ",'content':{'@type':'ArbitraryRelationshipTemplateContent','value':{}}}"));
        JsonNode token = created(
                alice.post("/RelationshipTemplates/Own/" + template.get("id").asText() + "/Token", "{}"));
        JsonNode loaded = created(bob.post(
                "/RelationshipTemplates/Peer",
                "{'reference':'" + token.at("/reference/url").asText() + "'}"));
        assertThat(loaded.get("id")).isEqualTo(template.get("id"));
        failed(
                bob.post(
                        "/Files/Peer",
                        "{'reference':'" + token.at("/reference/url").asText() + "'}"),
                400,
                "error.runtime.invalidTokenContent");
        failed(
                alice.post("/RelationshipTemplates/Own", "{" + END + ",'content':{'@type':'Nonsense'}}"),
                400,
                "error.runtime.validation.invalidPropertyValue");
    }
}
