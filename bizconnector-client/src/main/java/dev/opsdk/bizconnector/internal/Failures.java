package dev.opsdk.bizconnector.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.bizconnector.model.error.ConnectorError;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.AlreadyExistsException;
import dev.opsdk.core.error.ForbiddenException;
import dev.opsdk.core.error.InvalidRequestException;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.Refusal;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.error.UpstreamFailedException;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.internal.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the server's error to the exception that it means: by its code, because the status may be the Backbone's. */
final class Failures {
    private static final List<String> DETAILS = List.of("code", "message", "id", "time", "docs");

    private Failures() {}

    /**
     * What an answer that is no success means.
     *
     * @throws Json.Undecodable if it is not this server's
     */
    static OpsException of(Reply reply) throws Json.Undecodable {
        JsonNode error = Json.tree(reply.body()).path("error");
        if (!error.path("code").isTextual()) {
            throw new Json.Undecodable("no error code, so this is no answer of a Business Connector");
        }
        Map<String, String> details = new LinkedHashMap<>();
        DETAILS.stream()
                .filter(name -> error.path(name).isTextual())
                .forEach(name -> details.put(name, error.path(name).textValue()));
        details.put("status", Integer.toString(reply.status()));
        String code = error.path("code").textValue();
        String words = error.path("message").asText();
        return of(reply, words.contains(code) ? words : code + ": " + words, details);
    }

    private static OpsException of(Reply reply, String message, Map<String, String> details) {
        RejectedException plain = new RejectedException(reply.refusal(message, "", details));
        ConnectorError error = ConnectorError.of(plain).orElseThrow();
        Refusal refusal = reply.refusal(message, Remedies.of(error), details);
        boolean mutation = reply.site().effect() == Effect.MUTATION;
        return switch (error.kind()) {
            case OUR_CREDENTIALS -> new UnauthorizedException(refusal);
            case OUR_SCOPES -> new ForbiddenException(refusal);
            case NOT_FOUND -> new NotFoundException(refusal);
            case INVALID_INPUT -> new InvalidRequestException(refusal);
            case ALREADY_THERE -> new AlreadyExistsException(refusal);
            case BUSINESS_RULE, NOT_READY -> new PreconditionException(refusal);
            case CLIENT_BUG ->
                error.code().endsWith(".routeDoesNotExist") || error.code().endsWith(".methodNotAllowed")
                        ? new UnsupportedException(refusal)
                        : new InvalidRequestException(refusal);
            // it may have broken after it had done something
            case SERVER_BUG -> mutation ? reply.unknown(refusal) : new RejectedException(refusal);
            case DATABASE_DOWN -> mutation ? reply.unknown(refusal) : new UpstreamFailedException(refusal);
            case BACKBONE_DOWN ->
                mutation && !neverReached(error) ? reply.unknown(refusal) : new UpstreamFailedException(refusal);
            case BACKBONE_REFUSED -> new UpstreamFailedException(refusal);
            case UNKNOWN -> mutation && reply.status() >= 500 ? reply.unknown(refusal) : new RejectedException(refusal);
        };
    }

    /** Whether the Backbone has certainly not done what was asked: nobody got through to it, or it said so. */
    private static boolean neverReached(ConnectorError error) {
        return switch (error.code().substring("error.transport.request.".length())) {
            case "noAuthPossible", "noAuthGrant", "notFound", "badRequest", "bodyLengthExceeded", "addressNotFound" ->
                true;
            default ->
                error.message().contains("ECONNREFUSED")
                        || error.message().contains("ENOTFOUND")
                        || error.message().contains("EAI_AGAIN");
        };
    }
}
