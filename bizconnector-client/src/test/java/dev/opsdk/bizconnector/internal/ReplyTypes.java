package dev.opsdk.bizconnector.internal;

import dev.opsdk.bizconnector.Recordings.Exchange;
import dev.opsdk.bizconnector.model.account.IdentityInfo;
import dev.opsdk.bizconnector.model.account.SyncInfo;
import dev.opsdk.bizconnector.model.announcement.Announcement;
import dev.opsdk.bizconnector.model.attribute.AttributeSuccession;
import dev.opsdk.bizconnector.model.attribute.CanCreateResult;
import dev.opsdk.bizconnector.model.attribute.DeletedAttribute;
import dev.opsdk.bizconnector.model.attribute.ForwardingDetails;
import dev.opsdk.bizconnector.model.attribute.IqlValidation;
import dev.opsdk.bizconnector.model.attribute.LocalAttribute;
import dev.opsdk.bizconnector.model.attribute.TagCollection;
import dev.opsdk.bizconnector.model.challenge.ChallengeValidation;
import dev.opsdk.bizconnector.model.challenge.SignedChallenge;
import dev.opsdk.bizconnector.model.deletion.IdentityDeletionProcess;
import dev.opsdk.bizconnector.model.file.File;
import dev.opsdk.bizconnector.model.message.Message;
import dev.opsdk.bizconnector.model.message.MessageWithAttachments;
import dev.opsdk.bizconnector.model.metadata.IdentityMetadata;
import dev.opsdk.bizconnector.model.monitoring.ConnectorVersion;
import dev.opsdk.bizconnector.model.monitoring.HealthReport;
import dev.opsdk.bizconnector.model.monitoring.RequestStatistics;
import dev.opsdk.bizconnector.model.monitoring.SupportInformation;
import dev.opsdk.bizconnector.model.relationship.Relationship;
import dev.opsdk.bizconnector.model.request.LocalRequest;
import dev.opsdk.bizconnector.model.request.RequestValidation;
import dev.opsdk.bizconnector.model.template.RelationshipTemplate;
import dev.opsdk.bizconnector.model.token.Token;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which model stands in the answer of which route. */
final class ReplyTypes {
    private static final Map<String, Class<?>> BY_ROUTE = new LinkedHashMap<>();

    static {
        put("GET /health", HealthReport.class);
        put("GET /monitoring/version/?", ConnectorVersion.class);
        put("GET /monitoring/requests", RequestStatistics.class);
        put("GET /monitoring/support", SupportInformation.class);
        put("GET /account/identityinfo", IdentityInfo.class);
        put("GET /account/syncinfo", SyncInfo.class);
        put("GET /announcements", Announcement.class);
        put("PUT /attributes/cancreate", CanCreateResult.class);
        put("POST /attributes", LocalAttribute.class);
        put("GET /attributes/tagcollection", TagCollection.class);
        put("GET /attributes/[^/]+/forwardingdetails", ForwardingDetails.class);
        put("GET /attributes(/.*)?", LocalAttribute.class);
        put("POST /attributes/[^/]+/(succeed|notifypeer)", AttributeSuccession.class);
        put("DELETE /attributes/.*", DeletedAttribute.class);
        put("POST /attributes/validateiqlquery", IqlValidation.class);
        put("POST /attributes/execute.*", LocalAttribute.class);
        put("POST /challenges", SignedChallenge.class);
        put("POST /challenges/validate", ChallengeValidation.class);
        put("(POST|PATCH|GET) /files/[^/]+/token", Token.class);
        put("(GET|POST|PATCH) /files.*", File.class);
        put("(GET|PUT) /identitymetadata", IdentityMetadata.class);
        put("GET /messages/[^/]+/attachments/.*", File.class);
        put("GET /messages/[^/]+", MessageWithAttachments.class);
        put("(GET|POST) /messages", Message.class);
        put("PUT /relationships/cancreate", CanCreateResult.class);
        put("GET /relationships/[^/]+/attributes", LocalAttribute.class);
        put("(GET|PUT|POST) /relationships(/.*)?", Relationship.class);
        put("POST /relationshiptemplates/own/[^/]+/token", Token.class);
        put("(GET|POST) /relationshiptemplates.*", RelationshipTemplate.class);
        put("PUT /requests/incoming/[^/]+/can.*", RequestValidation.class);
        put("POST /requests/outgoing/validate", RequestValidation.class);
        put("(GET|PUT|POST) /requests/.*", LocalRequest.class);
        put("(GET|POST) /tokens/.*", Token.class);
        put(".* /identitydeletionprocess", IdentityDeletionProcess.class);
    }

    private ReplyTypes() {}

    private static void put(String route, Class<?> type) {
        BY_ROUTE.put("(?i)" + route, type);
    }

    static Optional<Class<?>> of(Exchange exchange) {
        String route = exchange.method() + " "
                + exchange.path().replaceFirst("\\?.*", "").replaceFirst("(?i)^/api/core/v1", "");
        return BY_ROUTE.entrySet().stream()
                .filter(entry -> route.matches(entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue);
    }
}
