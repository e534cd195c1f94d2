package dev.opsdk.bizconnector.model.error;

import java.util.Set;
import java.util.regex.Pattern;

/** From an error code to what it means: by its prefix, because new codes come with every release. */
final class ErrorCodes {
    private static final Set<String> NOT_FOUND = Set.of(
            "error.runtime.recordNotFound",
            "error.transport.recordNotFound",
            "error.runtime.identityMetadata.notFound",
            "error.runtime.identityDeletionProcess.noActiveIdentityDeletionProcess",
            "error.runtime.messages.fileNotFoundInMessage");

    private static final Set<String> THERE = Set.of(
            "error.runtime.attributes.cannotCreateDuplicateOwnIdentityAttribute",
            "error.runtime.attributes.ownIdentityAttributeHasAlreadyBeenSharedWithPeer",
            "error.runtime.attributes.successorOfOwnIdentityAttributeHasAlreadyBeenSharedWithPeer",
            "error.runtime.identityDeletionProcess.activeIdentityDeletionProcessAlreadyExists",
            "error.consumption.attributes.alreadyForwarded",
            "error.consumption.requests.cannotCreateRequestWithDuplicateId",
            "error.transport.relationships.relationshipCurrentlyExists",
            "error.transport.relationships.reactivationAlreadyRequested");

    private static final Set<String> INVALID = Set.of(
            "error.runtime.requestDeserialization",
            "error.runtime.unknownType",
            "error.runtime.servalError",
            "error.runtime.invalidReference",
            "error.runtime.invalidTokenContent",
            "error.runtime.challenges.invalidChallengeString",
            "error.runtime.challenges.invalidSignature",
            "error.transport.noPasswordProvided",
            "error.connector.incomingRequests.decidedByAutomation");

    private static final Pattern DATABASE = Pattern.compile(
            "ECONNREFUSED|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ECONNRESET|MongoServerSelection|MongoNetwork|MongoNotConnected"
                    + "|MongoTopologyClosed|Topology is closed|Server selection timed out");

    private ErrorCodes() {}

    static ErrorKind kind(String code, String message) {
        if (NOT_FOUND.contains(code)) {
            return ErrorKind.NOT_FOUND;
        }
        if (THERE.contains(code)) {
            return ErrorKind.ALREADY_THERE;
        }
        if (INVALID.contains(code)
                || code.startsWith("error.runtime.validation.")
                || code.startsWith("error.core-types.")
                || code.startsWith("error.consumption.requests.decide.validation.")) {
            return ErrorKind.INVALID_INPUT;
        }
        if (code.startsWith("error.connector.")) {
            return connector(code);
        }
        if (code.startsWith("error.platform.")) {
            return ErrorKind.BACKBONE_REFUSED;
        }
        if (code.startsWith("error.transport.request.")) {
            return ErrorKind.BACKBONE_DOWN;
        }
        return inside(code, message);
    }

    private static ErrorKind connector(String code) {
        return switch (code) {
            case "error.connector.unauthorized" -> ErrorKind.OUR_CREDENTIALS;
            case "error.connector.forbidden" -> ErrorKind.OUR_SCOPES;
            case "error.connector.unexpected", "error.connector.errorInErrorHandler" -> ErrorKind.SERVER_BUG;
            default ->
                code.startsWith("error.connector.http.") || code.startsWith("error.connector.validation.")
                        ? ErrorKind.CLIENT_BUG
                        : ErrorKind.UNKNOWN;
        };
    }

    private static ErrorKind inside(String code, String message) {
        if (code.equals("error.runtime.unknown") || code.equals("error.transport.unknown")) {
            return wrapped(message);
        }
        if (code.equals("error.runtime.notStarted")
                || code.equals("error.runtime.notInitialized")
                || code.startsWith("error.runtime.startup.")) {
            return ErrorKind.NOT_READY;
        }
        return code.startsWith("error.runtime.")
                        || code.startsWith("error.consumption.")
                        || code.startsWith("error.transport.")
                ? ErrorKind.BUSINESS_RULE
                : ErrorKind.UNKNOWN;
    }

    /** Any exception of the server's inside has the same code, and only its words tell what it was. */
    private static ErrorKind wrapped(String message) {
        if (DATABASE.matcher(message).find()) {
            return ErrorKind.DATABASE_DOWN;
        }
        if (message.contains("Invalid regular expression")) {
            return ErrorKind.INVALID_INPUT;
        }
        return message.contains("Call 'can") ? ErrorKind.BUSINESS_RULE : ErrorKind.SERVER_BUG;
    }
}
