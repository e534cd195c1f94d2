package dev.opsdk.bizconnector.internal;

import dev.opsdk.bizconnector.model.error.ConnectorError;

/** What usually helps. */
final class Remedies {
    private Remedies() {}

    static String of(ConnectorError error) {
        return switch (error.kind()) {
            case OUR_CREDENTIALS ->
                "the key or token is missing, wrong or expired; one wrong API key counts even beside a right token";
            case OUR_SCOPES -> "the key's scopes, or the token's scope, do not allow this; see Roles";
            case CLIENT_BUG -> unsupported(error);
            case SERVER_BUG ->
                "the server says no reason; it logged one under " + error.id().orElse("no id")
                        + ". It may also be a rule that was violated";
            case NOT_READY -> "the connector is not started yet";
            case DATABASE_DOWN -> "the connector cannot reach its database";
            case BACKBONE_DOWN -> "the connector cannot reach its Backbone, or does not understand it";
            case BACKBONE_REFUSED -> backbone(error);
            case NOT_FOUND, INVALID_INPUT, ALREADY_THERE, BUSINESS_RULE, UNKNOWN -> "";
        };
    }

    private static String backbone(ConnectorError error) {
        return switch (error.status()) {
            case 401 -> "said by the Backbone: the connector's own credentials there are refused, ours here are right";
            case 403 -> "said by the Backbone: the connector may not do this there";
            case 429 -> "said by the Backbone: too much at once, or a quota is used up";
            default -> "said by the Backbone";
        };
    }

    private static String unsupported(ConnectorError error) {
        return error.code().endsWith(".routeDoesNotExist")
                ? "this server has no such route; some routes came with 7.3.0, and those of the identity's deletion exist in debug"
                        + " mode only"
                : "";
    }
}
