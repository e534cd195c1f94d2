package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.PasswordProtection;
import dev.opsdk.bizconnector.model.attribute.Confidentiality;
import dev.opsdk.bizconnector.model.attribute.IdentityAttributeQuery;
import dev.opsdk.bizconnector.model.attribute.IqlQuery;
import dev.opsdk.bizconnector.model.attribute.RelationshipAttributeCreationHints;
import dev.opsdk.bizconnector.model.attribute.RelationshipAttributeQuery;
import dev.opsdk.bizconnector.model.attribute.ThirdPartyRelationshipAttributeQuery;
import dev.opsdk.bizconnector.model.attribute.identity.GivenName;
import dev.opsdk.bizconnector.model.message.Mail;
import dev.opsdk.bizconnector.model.message.SendMessage;
import dev.opsdk.bizconnector.model.relationship.RelationshipStatus;
import dev.opsdk.bizconnector.model.request.AuthenticationRequestItem;
import dev.opsdk.bizconnector.model.request.DecideItem;
import dev.opsdk.bizconnector.model.request.Request;
import dev.opsdk.bizconnector.model.template.ArbitraryRelationshipCreationContent;
import dev.opsdk.bizconnector.model.template.ArbitraryRelationshipTemplateContent;
import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.internal.Operation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okio.ByteString;

/**
 * One operation as it is called, as it has to be on the wire, and as it is answered.
 *
 * @param operation the wire method's name
 * @param call makes the call
 * @param request method, path and query, decoded; ids and the peer by their names here
 * @param body the exact JSON, or empty for none
 * @param accept what is asked for
 * @param reply what the server says
 */
record WireCall(
        String operation,
        Function<BizConnectorClient, Object> call,
        String request,
        String body,
        String accept,
        Reply reply) {
    static final String PEER = "did:e:localhost:dids:cf4857bdf1a5a6d5715252";
    static final String ATT = "ATT2f5FJiEmDQD6pQ1FK";
    static final String FIL = "FILu9bJz9CVMQ8XNevb7";
    static final String MSG = "MSGjndEZmBCir3chqdCB";
    static final String REL = "RELA6N0Cxi4EsVZ4JKcw";
    static final String RLT = "RLTRGw99TnL6sepaSDLH";
    static final String TOK = "TOKPiscFdnKSpCeAWdAP";
    static final String REQ = "REQr3gyqfEJXwITfyFYr";
    static final Secret REFERENCE = Secret.of("http://localhost:8090/r/FILu9bJz9CVMQ8XNevb7#Zq7ReferenceKey");
    static final Secret PASSWORD = Secret.of("Zq7FaultPassword");
    static final Instant LATER = Instant.parse("2031-01-01T00:00:00Z");
    static final String JSON = "application/json";
    static final String PNG = "image/png";
    static final String ANY = "*/*";
    private static final Reply NOTHING = new Reply(204, JSON, ByteString.EMPTY);

    /** What the server says. */
    record Reply(int status, String contentType, ByteString content) {
        byte[] body() {
            return content.toByteArray();
        }
    }

    /** Every operation. */
    static List<WireCall> all() {
        return Stream.of(identities(), contents(), relations())
                .flatMap(List::stream)
                .toList();
    }

    private static List<WireCall> identities() {
        return List.of(
                new WireCall("health", k -> k.health(), "GET /health", "", JSON, recorded("001")),
                new WireCall(
                        "version", k -> k.monitoring().version(), "GET /Monitoring/Version", "", JSON, recorded("005")),
                new WireCall(
                        "request statistics",
                        k -> k.monitoring().requests(),
                        "GET /Monitoring/Requests",
                        "",
                        JSON,
                        recorded("009")),
                new WireCall(
                        "support information",
                        k -> k.monitoring().support(),
                        "GET /Monitoring/Support",
                        "",
                        JSON,
                        recorded("010")),
                new WireCall(
                        "identity info",
                        k -> k.account().identityInfo(),
                        "GET /api/core/v1/Account/IdentityInfo",
                        "",
                        JSON,
                        recorded("201")),
                new WireCall(
                        "sync", does(k -> k.account().sync()), "POST /api/core/v1/Account/Sync", "{}", JSON, NOTHING),
                new WireCall(
                        "sync info",
                        k -> k.account().syncInfo(),
                        "GET /api/core/v1/Account/SyncInfo",
                        "",
                        JSON,
                        recorded("633")),
                new WireCall(
                        "announcements",
                        k -> k.announcements().list("en"),
                        "GET /api/core/v1/Announcements?language=en",
                        "",
                        JSON,
                        recorded("206")),
                new WireCall(
                        "send backbone notification",
                        does(k -> k.backboneNotifications().send("Code", PEER)),
                        "POST /api/core/v1/BackboneNotifications",
                        "{\"recipients\":[\"PEER\"],\"code\":\"Code\"}",
                        JSON,
                        NOTHING),
                new WireCall(
                        "create challenge",
                        k -> k.challenges().createForIdentity(),
                        "POST /api/core/v1/Challenges",
                        "{\"challengeType\":\"Identity\"}",
                        JSON,
                        recorded("247")),
                new WireCall(
                        "validate challenge",
                        k -> k.challenges().validate("c", "s"),
                        "POST /api/core/v1/Challenges/Validate",
                        "{\"challengeString\":\"c\",\"signature\":\"s\"}",
                        JSON,
                        json("{\"isValid\":false}")),
                new WireCall(
                        "put identity metadata",
                        k -> k.identityMetadata().put(PEER, "crm", FreeJson.of(Map.of("id", 7))),
                        "PUT /api/core/v1/IdentityMetadata",
                        "{\"reference\":\"PEER\",\"key\":\"crm\",\"value\":{\"id\":7}}",
                        JSON,
                        recorded("289")),
                new WireCall(
                        "get identity metadata",
                        k -> k.identityMetadata().get(PEER, "crm"),
                        "GET /api/core/v1/IdentityMetadata?reference=PEER&key=crm",
                        "",
                        JSON,
                        recorded("290")),
                new WireCall(
                        "delete identity metadata",
                        does(k -> k.identityMetadata().delete(PEER, "crm")),
                        "DELETE /api/core/v1/IdentityMetadata?reference=PEER&key=crm",
                        "",
                        JSON,
                        NOTHING),
                new WireCall(
                        "start identity deletion",
                        k -> k.identityDeletionProcess().start(0.5),
                        "POST /api/core/v1/IdentityDeletionProcess?lengthOfGracePeriodInDays=0.5",
                        "{}",
                        JSON,
                        recorded("458")),
                new WireCall(
                        "get identity deletion",
                        k -> k.identityDeletionProcess().get(),
                        "GET /api/core/v1/IdentityDeletionProcess",
                        "",
                        JSON,
                        recorded("458")),
                new WireCall(
                        "cancel identity deletion",
                        k -> k.identityDeletionProcess().cancel(),
                        "DELETE /api/core/v1/IdentityDeletionProcess",
                        "",
                        JSON,
                        recorded("460")),
                new WireCall(
                        "can create attribute",
                        k -> k.attributes().canCreate(GivenName.of("Ada")),
                        "PUT /api/core/v1/Attributes/CanCreate",
                        "{\"content\":{\"value\":{\"@type\":\"GivenName\",\"value\":\"Ada\"}}}",
                        JSON,
                        recorded("209")),
                new WireCall(
                        "create attribute",
                        k -> k.attributes().create(GivenName.of("Ada"), "x:hello"),
                        "POST /api/core/v1/Attributes",
                        "{\"content\":{\"value\":{\"@type\":\"GivenName\",\"value\":\"Ada\"},\"tags\":[\"x:hello\"]}}",
                        JSON,
                        recorded("216")),
                new WireCall(
                        "list attributes",
                        k -> k.attributes().all(f -> f.key().is("k")).list(),
                        "GET /api/core/v1/Attributes?content.key=k",
                        "",
                        JSON,
                        recorded("221")),
                new WireCall(
                        "list own identity attributes",
                        k -> k.attributes()
                                .ownIdentity(f -> f.onlyLatestVersions(false))
                                .list(),
                        "GET /api/core/v1/Attributes/Own/Identity?onlyLatestVersions=false",
                        "",
                        JSON,
                        recorded("227")),
                new WireCall(
                        "list own shared attributes",
                        k -> k.attributes()
                                .ownShared(PEER, f -> f.hideTechnical(true))
                                .list(),
                        "GET /api/core/v1/Attributes/Own/Shared/PEER?hideTechnical=true",
                        "",
                        JSON,
                        recorded("387")),
                new WireCall(
                        "list peer attributes",
                        k -> k.attributes().peer(PEER, f -> {}).list(),
                        "GET /api/core/v1/Attributes/Peer/PEER",
                        "",
                        JSON,
                        recorded("386")),
                new WireCall(
                        "get attribute",
                        k -> k.attributes().get(ATT),
                        "GET /api/core/v1/Attributes/ATT",
                        "",
                        JSON,
                        recorded("231")),
                new WireCall(
                        "list attribute versions",
                        k -> k.attributes().versions(ATT),
                        "GET /api/core/v1/Attributes/ATT/Versions",
                        "",
                        JSON,
                        recorded("233")),
                new WireCall(
                        "list shared attribute versions",
                        k -> k.attributes().sharedVersions(ATT, PEER, true),
                        "GET /api/core/v1/Attributes/ATT/Versions/Shared?peer=PEER&onlyLatestVersions=true",
                        "",
                        JSON,
                        recorded("234")),
                new WireCall(
                        "list forwarding details",
                        k -> k.attributes().forwardingDetails(ATT, f -> {}).list(),
                        "GET /api/core/v1/Attributes/ATT/ForwardingDetails",
                        "",
                        JSON,
                        recorded("388")),
                new WireCall(
                        "succeed attribute",
                        k -> k.attributes().succeed(ATT, GivenName.of("Ada")),
                        "POST /api/core/v1/Attributes/ATT/Succeed",
                        "{\"successorContent\":{\"value\":{\"@type\":\"GivenName\",\"value\":\"Ada\"}}}",
                        JSON,
                        recorded("389")),
                new WireCall(
                        "notify peer about succession",
                        k -> k.attributes().notifyPeer(ATT, PEER),
                        "POST /api/core/v1/Attributes/ATT/NotifyPeer",
                        "{\"peer\":\"PEER\"}",
                        JSON,
                        recorded("390")),
                new WireCall(
                        "delete attribute",
                        k -> k.attributes().delete(ATT),
                        "DELETE /api/core/v1/Attributes/ATT",
                        "",
                        JSON,
                        recorded("245")),
                new WireCall(
                        "tag collection",
                        k -> k.attributes().tagCollection(),
                        "GET /api/core/v1/Attributes/TagCollection",
                        "",
                        JSON,
                        json(
                                "{\"supportedLanguages\":[\"en\"],\"tagsForAttributeValueTypes\":{\"PhoneNumber\":{\"emergency\":{\"displayNames\":{\"en\":\"Emergency\"}}}}}")));
    }

    private static List<WireCall> contents() {
        return List.of(
                new WireCall(
                        "execute identity attribute query",
                        k -> k.attributes()
                                .execute(IdentityAttributeQuery.builder()
                                        .valueType("GivenName")
                                        .build()),
                        "POST /api/core/v1/Attributes/ExecuteIdentityAttributeQuery",
                        "{\"query\":{\"@type\":\"IdentityAttributeQuery\",\"valueType\":\"GivenName\"}}",
                        JSON,
                        recorded("237")),
                new WireCall(
                        "execute relationship attribute query",
                        k -> k.attributes().execute(relationshipQuery()),
                        "POST /api/core/v1/Attributes/ExecuteRelationshipAttributeQuery",
                        "{\"query\":{\"@type\":\"RelationshipAttributeQuery\",\"key\":\"k\",\"owner\":\"PEER\",\"attributeCreationHints\":{\"title\":\"t\",\"valueType\":\"ProprietaryString\",\"confidentiality\":\"public\"}}}",
                        JSON,
                        recorded("231")),
                new WireCall(
                        "execute third party attribute query",
                        k -> k.attributes()
                                .execute(ThirdPartyRelationshipAttributeQuery.builder()
                                        .key("k")
                                        .owner("recipient")
                                        .addThirdParty(PEER)
                                        .build()),
                        "POST /api/core/v1/Attributes/ExecuteThirdPartyRelationshipAttributeQuery",
                        "{\"query\":{\"@type\":\"ThirdPartyRelationshipAttributeQuery\",\"key\":\"k\",\"owner\":\"recipient\",\"thirdParty\":[\"PEER\"]}}",
                        JSON,
                        recorded("239")),
                new WireCall(
                        "execute IQL query",
                        k -> k.attributes().execute(IqlQuery.of("GivenName")),
                        "POST /api/core/v1/Attributes/ExecuteIQLQuery",
                        "{\"query\":{\"@type\":\"IQLQuery\",\"queryString\":\"GivenName\"}}",
                        JSON,
                        recorded("237")),
                new WireCall(
                        "validate IQL query",
                        k -> k.attributes().validate(IqlQuery.of("GivenName || DisplayName")),
                        "POST /api/core/v1/Attributes/ValidateIQLQuery",
                        "{\"query\":{\"@type\":\"IQLQuery\",\"queryString\":\"GivenName || DisplayName\"}}",
                        JSON,
                        recorded("242")),
                new WireCall(
                        "upload file",
                        k -> k.files()
                                .upload(FileUpload.of("a.txt", "Hello".getBytes(StandardCharsets.UTF_8))
                                        .build()),
                        "POST /api/core/v1/Files/Own",
                        "MULTIPART",
                        JSON,
                        recorded("252")),
                new WireCall(
                        "load file",
                        k -> k.files().load(REFERENCE, PASSWORD),
                        "POST /api/core/v1/Files/Peer",
                        "{\"reference\":\"REFERENCE\",\"password\":\"PASSWORD\"}",
                        JSON,
                        recorded("280")),
                new WireCall("list files", k -> k.files().list(), "GET /api/core/v1/Files", "", JSON, recorded("261")),
                new WireCall(
                        "list own files",
                        k -> k.files().own(f -> f.tags().anyOf("x:one")).list(),
                        "GET /api/core/v1/Files/Own?tags=x:one",
                        "",
                        JSON,
                        recorded("262")),
                new WireCall(
                        "list peers' files",
                        k -> k.files().peer(f -> {}).list(),
                        "GET /api/core/v1/Files/Peer",
                        "",
                        JSON,
                        recorded("263")),
                new WireCall(
                        "get file", k -> k.files().get(FIL), "GET /api/core/v1/Files/FIL", "", JSON, recorded("271")),
                new WireCall(
                        "file QR code",
                        k -> k.files().qrCode(FIL),
                        "GET /api/core/v1/Files/FIL",
                        "",
                        PNG,
                        recorded("273")),
                new WireCall(
                        "download file",
                        k -> k.files().download(FIL),
                        "GET /api/core/v1/Files/FIL/Download",
                        "",
                        ANY,
                        recorded("274")),
                new WireCall(
                        "create file token",
                        k -> k.files()
                                .createToken(FIL, o -> o.passwordProtection(PasswordProtection.password(PASSWORD))),
                        "POST /api/core/v1/Files/FIL/Token",
                        "{\"passwordProtection\":{\"password\":\"PASSWORD\"}}",
                        JSON,
                        recorded("278")),
                new WireCall(
                        "create file token QR code",
                        k -> k.files()
                                .createTokenQrCode(
                                        FIL, o -> o.passwordProtection(PasswordProtection.password(PASSWORD))),
                        "POST /api/core/v1/Files/FIL/Token",
                        "{\"passwordProtection\":{\"password\":\"PASSWORD\"}}",
                        PNG,
                        recorded("279")),
                new WireCall(
                        "regenerate ownership token",
                        k -> k.files().regenerateOwnershipToken(FIL),
                        "PATCH /api/core/v1/Files/FIL/RegenerateOwnershipToken",
                        "{}",
                        JSON,
                        recorded("284")),
                new WireCall(
                        "delete file",
                        does(k -> k.files().delete(FIL)),
                        "DELETE /api/core/v1/Files/FIL",
                        "",
                        JSON,
                        NOTHING),
                new WireCall(
                        "send message",
                        k -> k.messages().send(SendMessage.mail(mail())),
                        "POST /api/core/v1/Messages",
                        "{\"recipients\":[\"PEER\"],\"content\":{\"@type\":\"Mail\",\"to\":[\"PEER\"],\"cc\":[],\"subject\":\"s\",\"body\":\"b\"}}",
                        JSON,
                        recorded("357")),
                new WireCall(
                        "list messages",
                        k -> k.messages().list(),
                        "GET /api/core/v1/Messages",
                        "",
                        JSON,
                        recorded("385")),
                new WireCall(
                        "get message",
                        k -> k.messages().get(MSG),
                        "GET /api/core/v1/Messages/MSG",
                        "",
                        JSON,
                        recorded("364")),
                new WireCall(
                        "get attachment",
                        k -> k.messages().attachment(MSG, FIL),
                        "GET /api/core/v1/Messages/MSG/Attachments/FIL",
                        "",
                        JSON,
                        recorded("365")),
                new WireCall(
                        "download attachment",
                        k -> k.messages().download(MSG, FIL),
                        "GET /api/core/v1/Messages/MSG/Attachments/FIL/Download",
                        "",
                        ANY,
                        recorded("366")),
                new WireCall(
                        "can create relationship",
                        k -> k.relationships().canCreate(RLT),
                        "PUT /api/core/v1/Relationships/CanCreate",
                        "{\"templateId\":\"RLT\"}",
                        JSON,
                        recorded("424")),
                new WireCall(
                        "create relationship",
                        k -> k.relationships().create(RLT, creation()),
                        "POST /api/core/v1/Relationships",
                        "{\"templateId\":\"RLT\",\"creationContent\":{\"@type\":\"ArbitraryRelationshipCreationContent\",\"value\":{}}}",
                        JSON,
                        recorded("467")),
                new WireCall(
                        "list relationships",
                        k -> k.relationships()
                                .all(f -> f.status().is(RelationshipStatus.Known.PENDING))
                                .list(),
                        "GET /api/core/v1/Relationships?status=Pending",
                        "",
                        JSON,
                        recorded("344")),
                new WireCall(
                        "get relationship",
                        k -> k.relationships().get(REL),
                        "GET /api/core/v1/Relationships/REL",
                        "",
                        JSON,
                        recorded("348")),
                new WireCall(
                        "list relationship attributes",
                        k -> k.relationships().attributes(REL),
                        "GET /api/core/v1/Relationships/REL/Attributes",
                        "",
                        JSON,
                        recorded("350")),
                new WireCall(
                        "accept relationship",
                        k -> k.relationships().accept(REL),
                        "PUT /api/core/v1/Relationships/REL/Accept",
                        "{}",
                        JSON,
                        recorded("403")),
                new WireCall(
                        "reject relationship",
                        k -> k.relationships().reject(REL),
                        "PUT /api/core/v1/Relationships/REL/Reject",
                        "{}",
                        JSON,
                        recorded("403")),
                new WireCall(
                        "revoke relationship",
                        k -> k.relationships().revoke(REL),
                        "PUT /api/core/v1/Relationships/REL/Revoke",
                        "{}",
                        JSON,
                        recorded("403")),
                new WireCall(
                        "terminate relationship",
                        k -> k.relationships().terminate(REL),
                        "PUT /api/core/v1/Relationships/REL/Terminate",
                        "{}",
                        JSON,
                        recorded("403")));
    }

    private static List<WireCall> relations() {
        return List.of(
                new WireCall(
                        "request reactivation",
                        k -> k.relationships().reactivate(REL),
                        "PUT /api/core/v1/Relationships/REL/Reactivate",
                        "{}",
                        JSON,
                        recorded("403")),
                new WireCall(
                        "accept reactivation",
                        k -> k.relationships().acceptReactivation(REL),
                        "PUT /api/core/v1/Relationships/REL/Reactivate/Accept",
                        "{}",
                        JSON,
                        recorded("403")),
                new WireCall(
                        "reject reactivation",
                        k -> k.relationships().rejectReactivation(REL),
                        "PUT /api/core/v1/Relationships/REL/Reactivate/Reject",
                        "{}",
                        JSON,
                        recorded("403")),
                new WireCall(
                        "revoke reactivation",
                        k -> k.relationships().revokeReactivation(REL),
                        "PUT /api/core/v1/Relationships/REL/Reactivate/Revoke",
                        "{}",
                        JSON,
                        recorded("403")),
                new WireCall(
                        "decompose relationship",
                        does(k -> k.relationships().decompose(REL)),
                        "DELETE /api/core/v1/Relationships/REL",
                        "",
                        JSON,
                        NOTHING),
                new WireCall(
                        "list templates",
                        k -> k.relationshipTemplates().list(),
                        "GET /api/core/v1/RelationshipTemplates",
                        "",
                        JSON,
                        recorded("320")),
                new WireCall(
                        "list own templates",
                        k -> k.relationshipTemplates()
                                .own(f -> f.maxNumberOfAllocations().moreThan(1))
                                .list(),
                        "GET /api/core/v1/RelationshipTemplates/Own?maxNumberOfAllocations=>1",
                        "",
                        JSON,
                        recorded("320")),
                new WireCall(
                        "list peers' templates",
                        k -> k.relationshipTemplates().peer(f -> {}).list(),
                        "GET /api/core/v1/RelationshipTemplates/Peer",
                        "",
                        JSON,
                        recorded("327")),
                new WireCall(
                        "get template",
                        k -> k.relationshipTemplates().get(RLT),
                        "GET /api/core/v1/RelationshipTemplates/RLT",
                        "",
                        JSON,
                        recorded("317")),
                new WireCall(
                        "template QR code",
                        k -> k.relationshipTemplates().qrCode(RLT),
                        "GET /api/core/v1/RelationshipTemplates/RLT",
                        "",
                        PNG,
                        recorded("318")),
                new WireCall(
                        "create template",
                        k -> k.relationshipTemplates()
                                .create(t -> t.content(ArbitraryRelationshipTemplateContent.builder()
                                                .value(FreeJson.of(Map.of()))
                                                .build())
                                        .expiresAt(LATER)
                                        .passwordProtection(PasswordProtection.password(PASSWORD))),
                        "POST /api/core/v1/RelationshipTemplates/Own",
                        "{\"content\":{\"@type\":\"ArbitraryRelationshipTemplateContent\",\"value\":{}},\"expiresAt\":\"2031-01-01T00:00:00.000Z\",\"passwordProtection\":{\"password\":\"PASSWORD\"}}",
                        JSON,
                        recorded("316")),
                new WireCall(
                        "load template",
                        k -> k.relationshipTemplates().load(REFERENCE),
                        "POST /api/core/v1/RelationshipTemplates/Peer",
                        "{\"reference\":\"REFERENCE\"}",
                        JSON,
                        recorded("325")),
                new WireCall(
                        "create template token",
                        k -> k.relationshipTemplates()
                                .createToken(RLT, o -> o.passwordProtection(PasswordProtection.password(PASSWORD))),
                        "POST /api/core/v1/RelationshipTemplates/Own/RLT/Token",
                        "{\"passwordProtection\":{\"password\":\"PASSWORD\"}}",
                        JSON,
                        recorded("323")),
                new WireCall(
                        "create template token QR code",
                        k -> k.relationshipTemplates()
                                .createTokenQrCode(
                                        RLT, o -> o.passwordProtection(PasswordProtection.password(PASSWORD))),
                        "POST /api/core/v1/RelationshipTemplates/Own/RLT/Token",
                        "{\"passwordProtection\":{\"password\":\"PASSWORD\"}}",
                        PNG,
                        recorded("324")),
                new WireCall(
                        "delete template",
                        does(k -> k.relationshipTemplates().delete(RLT)),
                        "DELETE /api/core/v1/RelationshipTemplates/RLT",
                        "",
                        JSON,
                        NOTHING),
                new WireCall(
                        "create token",
                        k -> k.tokens()
                                .create(t -> t.content(FreeJson.of(Map.of("a", 1)))
                                        .expiresAt(LATER)
                                        .passwordProtection(PasswordProtection.password(PASSWORD))),
                        "POST /api/core/v1/Tokens/Own",
                        "{\"content\":{\"a\":1},\"expiresAt\":\"2031-01-01T00:00:00.000Z\",\"ephemeral\":false,\"passwordProtection\":{\"password\":\"PASSWORD\"}}",
                        JSON,
                        recorded("296")),
                new WireCall(
                        "load token",
                        k -> k.tokens().load(REFERENCE, PASSWORD),
                        "POST /api/core/v1/Tokens/Peer",
                        "{\"reference\":\"REFERENCE\",\"ephemeral\":false,\"password\":\"PASSWORD\"}",
                        JSON,
                        recorded("304")),
                new WireCall(
                        "list own tokens",
                        k -> k.tokens().own(f -> {}).list(),
                        "GET /api/core/v1/Tokens/Own",
                        "",
                        JSON,
                        recorded("298")),
                new WireCall(
                        "list peers' tokens",
                        k -> k.tokens().peer(f -> {}).list(),
                        "GET /api/core/v1/Tokens/Peer",
                        "",
                        JSON,
                        recorded("298")),
                new WireCall(
                        "get token",
                        k -> k.tokens().get(TOK),
                        "GET /api/core/v1/Tokens/TOK",
                        "",
                        JSON,
                        recorded("303")),
                new WireCall(
                        "token QR code",
                        k -> k.tokens().qrCode(TOK),
                        "GET /api/core/v1/Tokens/TOK",
                        "",
                        PNG,
                        recorded("302")),
                new WireCall(
                        "delete token",
                        does(k -> k.tokens().delete(TOK)),
                        "DELETE /api/core/v1/Tokens/TOK",
                        "",
                        JSON,
                        NOTHING),
                new WireCall(
                        "list incoming requests",
                        k -> k.requests()
                                .incoming()
                                .all(f -> f.wasAutomaticallyDecided().is(false))
                                .list(),
                        "GET /api/core/v1/Requests/Incoming?wasAutomaticallyDecided=!",
                        "",
                        JSON,
                        recorded("329")),
                new WireCall(
                        "get incoming request",
                        k -> k.requests().incoming().get(REQ),
                        "GET /api/core/v1/Requests/Incoming/REQ",
                        "",
                        JSON,
                        recorded("330")),
                new WireCall(
                        "can accept request",
                        k -> k.requests().incoming().canAccept(REQ, DecideItem.accept()),
                        "PUT /api/core/v1/Requests/Incoming/REQ/CanAccept",
                        "{\"items\":[{\"accept\":true}]}",
                        JSON,
                        recorded("333")),
                new WireCall(
                        "can reject request",
                        k -> k.requests().incoming().canReject(REQ, DecideItem.reject()),
                        "PUT /api/core/v1/Requests/Incoming/REQ/CanReject",
                        "{\"items\":[{\"accept\":false}]}",
                        JSON,
                        recorded("336")),
                new WireCall(
                        "accept request",
                        k -> k.requests().incoming().accept(REQ, DecideItem.accept()),
                        "PUT /api/core/v1/Requests/Incoming/REQ/Accept",
                        "{\"items\":[{\"accept\":true}]}",
                        JSON,
                        recorded("382")),
                new WireCall(
                        "reject request",
                        k -> k.requests().incoming().reject(REQ, DecideItem.reject("c", "m")),
                        "PUT /api/core/v1/Requests/Incoming/REQ/Reject",
                        "{\"items\":[{\"accept\":false,\"code\":\"c\",\"message\":\"m\"}]}",
                        JSON,
                        recorded("382")),
                new WireCall(
                        "validate outgoing request",
                        k -> k.requests().outgoing().validate(asks()),
                        "POST /api/core/v1/Requests/Outgoing/Validate",
                        "{\"content\":{\"items\":[{\"@type\":\"AuthenticationRequestItem\",\"title\":\"t\",\"mustBeAccepted\":true}]}}",
                        JSON,
                        recorded("313")),
                new WireCall(
                        "create outgoing request",
                        k -> k.requests().outgoing().create(PEER, asks()),
                        "POST /api/core/v1/Requests/Outgoing",
                        "{\"content\":{\"items\":[{\"@type\":\"AuthenticationRequestItem\",\"title\":\"t\",\"mustBeAccepted\":true}]},\"peer\":\"PEER\"}",
                        JSON,
                        recorded("376")),
                new WireCall(
                        "list outgoing requests",
                        k -> k.requests().outgoing().list(),
                        "GET /api/core/v1/Requests/Outgoing",
                        "",
                        JSON,
                        recorded("353")),
                new WireCall(
                        "get outgoing request",
                        k -> k.requests().outgoing().get(REQ),
                        "GET /api/core/v1/Requests/Outgoing/REQ",
                        "",
                        JSON,
                        recorded("377")));
    }

    /** The operations of the Retrofit interfaces, by their names. */
    static Map<String, Method> operations() {
        return Stream.of(
                        "Monitoring",
                        "Account",
                        "Attribute",
                        "File",
                        "Message",
                        "Relationship",
                        "Template",
                        "Token",
                        "Request")
                .map(name -> "dev.opsdk.bizconnector.internal." + name + "Api")
                .flatMap(name -> Arrays.stream(type(name).getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Operation.class))
                .collect(Collectors.toMap(
                        method -> method.getAnnotation(Operation.class).value(), Function.identity()));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    boolean reads() {
        return operations().get(operation).getAnnotation(Operation.class).effect() == Effect.READ;
    }

    /** The request with what its names stand for. */
    String target() {
        return filled(request);
    }

    String expectedBody() {
        return filled(body);
    }

    private static String filled(String text) {
        return text.replace("PEER", PEER)
                .replace("\"REFERENCE", "\"" + REFERENCE.reveal())
                .replace("\"PASSWORD", "\"" + PASSWORD.reveal())
                .replaceAll("/ATT\\b", "/" + ATT)
                .replaceAll("/FIL\\b", "/" + FIL)
                .replaceAll("/MSG\\b", "/" + MSG)
                .replaceAll("/REL\\b", "/" + REL)
                .replaceAll("/RLT\\b", "/" + RLT)
                .replaceAll("/TOK\\b", "/" + TOK)
                .replaceAll("/REQ\\b", "/" + REQ)
                .replace("\"RLT\"", "\"" + RLT + "\"");
    }

    private static Function<BizConnectorClient, Object> does(Consumer<BizConnectorClient> call) {
        return client -> {
            call.accept(client);
            return "done";
        };
    }

    private static Reply recorded(String number) {
        Recordings.Exchange exchange = Recordings.number(number);
        return new Reply(
                exchange.status(), exchange.headers().path("Content-Type").asText(), ByteString.of(exchange.bytes()));
    }

    private static Reply json(String result) {
        return new Reply(200, JSON, ByteString.encodeUtf8("{\"result\":" + result + "}"));
    }

    static Request asks() {
        return Request.of(AuthenticationRequestItem.builder()
                .title("t")
                .mustBeAccepted(true)
                .build());
    }

    static Mail mail() {
        return Mail.builder().addTo(PEER).subject("s").body("b").build();
    }

    private static ArbitraryRelationshipCreationContent creation() {
        return ArbitraryRelationshipCreationContent.builder()
                .value(FreeJson.of(Map.of()))
                .build();
    }

    private static RelationshipAttributeQuery relationshipQuery() {
        return RelationshipAttributeQuery.builder()
                .key("k")
                .owner(PEER)
                .attributeCreationHints(RelationshipAttributeCreationHints.builder()
                        .title("t")
                        .valueType("ProprietaryString")
                        .confidentiality(Confidentiality.of(Confidentiality.Known.PUBLIC))
                        .build())
                .build();
    }

    @Override
    public String toString() {
        return operation;
    }
}
