package dev.opsdk.simulator.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Attributes beyond what the recordings hold. */
class AttributeTest extends BizTest {

    private final BizConnectorSimulator sim = start();
    private final SimConnector connector = sim.connector(0);
    private final BizWire wire = BizWire.of(connector);

    private static String value(String type, String value) {
        return "{'content':{'value':{'@type':'" + type + "','value':'" + value + "'}}}";
    }

    private static String successor(String value) {
        return "{'successorContent':{'value':{'@type':'GivenName','value':'" + value + "'}}}";
    }

    @Test
    void succeedingTwiceIsA500WithoutAReason() {
        String id = connector.data().addAttribute("GivenName", "A");
        JsonNode both = created(wire.post("/Attributes/" + id + "/Succeed", successor("B")));
        assertThat(both.at("/predecessor/succeededBy").asText())
                .isEqualTo(both.at("/successor/id").asText());
        failed(wire.post("/Attributes/" + id + "/Succeed", successor("C")), 500, "error.connector.unexpected");
    }

    @Test
    void aSuccessionMustChangeSomethingAndKeepTheType() {
        String id = connector.data().addAttribute("GivenName", "A");
        failed(
                wire.post("/Attributes/" + id + "/Succeed", successor("A")),
                400,
                "error.consumption.attributes.successionMustChangeContent");
        failed(
                wire.post(
                        "/Attributes/" + id + "/Succeed",
                        "{'successorContent':{'value':{'@type':'Surname','value':'B'}}}"),
                400,
                "error.consumption.attributes.successionMustNotChangeValueType");
    }

    @Test
    void deletingTakesEarlierVersionsAlong() {
        String id = connector.data().addAttribute("GivenName", "A");
        String next = created(wire.post("/Attributes/" + id + "/Succeed", successor("B")))
                .at("/successor/id")
                .asText();
        assertThat(ok(wire.get("/Attributes/" + id + "/Versions"))).hasSize(2);
        assertThat(ok(wire.delete("/Attributes/" + next)).get("notificationIds"))
                .isEmpty();
        failed(wire.get("/Attributes/" + id), 404, "error.runtime.recordNotFound");
    }

    @Test
    void onlyLatestVersionsAreListedUnlessAllAreWanted() {
        String id = connector.data().addAttribute("GivenName", "A");
        created(wire.post("/Attributes/" + id + "/Succeed", successor("B")));
        assertThat(ok(wire.get("/Attributes/Own/Identity"))).hasSize(1);
        assertThat(ok(wire.get("/Attributes/Own/Identity?onlyLatestVersions=false")))
                .hasSize(2);
        assertThat(ok(wire.get("/Attributes/Own/Identity?onlyLatestVersions=maybe")))
                .hasSize(1);
    }

    @Test
    void whatCannotBeCreatedIsToldWithoutAnError() {
        JsonNode answer = ok(wire.put("/Attributes/CanCreate", value("EMailAddress", "nomail")));
        assertThat(answer.get("isSuccess").asBoolean()).isFalse();
        assertThat(answer.get("code").asText()).isEqualTo("error.runtime.validation.invalidPropertyValue");
        connector.data().addAttribute("GivenName", "A");
        assertThat(ok(wire.put("/Attributes/CanCreate", value("GivenName", "A")))
                        .get("code")
                        .asText())
                .isEqualTo("error.runtime.attributes.cannotCreateDuplicateOwnIdentityAttribute");
        failed(
                wire.post("/Attributes", "{'content':{'value':{'@type':'GivenName','value':'A'},'tags':['bad']}}"),
                400,
                "error.consumption.attributes.invalidTags");
    }

    @Test
    void queriesGive200AndARelationshipQueryOneOrA404() {
        connector.data().addAttribute("GivenName", "A");
        connector.data().addAttribute("Surname", "B");
        assertThat(ok(wire.post(
                        "/Attributes/ExecuteIQLQuery", "{'query':{'queryString':'GivenName || (Surname && !#x:a)'}}")))
                .hasSize(2);
        assertThat(ok(wire.post(
                        "/Attributes/ExecuteIdentityAttributeQuery",
                        "{'query':{'@type':'IdentityAttributeQuery','valueType':'Surname'}}")))
                .hasSize(1);
        failed(
                wire.post(
                        "/Attributes/ExecuteRelationshipAttributeQuery",
                        "{'query':{'@type':'RelationshipAttributeQuery','key':'k','owner':'',"
                                + "'attributeCreationHints':{'title':'t','valueType':'ProprietaryString'}}}"),
                404,
                "error.runtime.recordNotFound");
        assertThat(failed(
                                wire.post(
                                        "/Attributes/ValidateIQLQuery",
                                        "{'query':{'@type':'IQLQuery','queryString':'A &&'}}"),
                                400,
                                "error.runtime.requestDeserialization")
                        .get("message")
                        .asText())
                .endsWith("invalid IQL query at character offset 5");
    }

    @Test
    void tagsComeFromTheBackbone() {
        JsonNode tags = ok(wire.get("/Attributes/TagCollection"));
        assertThat(tags.at("/tagsForAttributeValueTypes/PhoneNumber/emergency/displayNames/en")
                        .asText())
                .isEqualTo("Emergency");
    }

    @Test
    void identityMetadataMissingIsA400() {
        failed(
                wire.get("/IdentityMetadata?reference=" + connector.address()),
                400,
                "error.runtime.identityMetadata.notFound");
        failed(wire.get("/IdentityMetadata"), 400, "error.runtime.validation.invalidPropertyValue");
        ok(wire.put("/IdentityMetadata", "{'reference':'" + connector.address() + "','value':[1,null]}"));
        assertThat(ok(wire.get("/IdentityMetadata?reference=" + connector.address()))
                        .get("value")
                        .toString())
                .isEqualTo("[1,null]");
    }
}
