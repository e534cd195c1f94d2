package dev.opsdk.bizconnector.model.monitoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.bizconnector.model.FreeJson;
import java.time.Duration;
import java.util.Optional;

/**
 * The configuration that is in force, merged of files, arguments and environment. The server masks three secrets of it and tells all
 * others, so {@link #masked()} is what may be shown. Values from the environment may be texts where numbers are meant; the accessors
 * read both.
 */
public final class ConnectorConfiguration {
    private final JsonNode tree;

    private ConnectorConfiguration(JsonNode tree) {
        this.tree = tree;
    }

    /**
     * Wraps what the server said.
     *
     * @param tree the configuration
     * @return the value
     */
    @JsonCreator
    public static ConnectorConfiguration of(JsonNode tree) {
        return new ConnectorConfiguration(tree.deepCopy());
    }

    /**
     * The configuration as it may be shown: only names that the server documents keep their values, and of these none that looks
     * like a secret. Every environment variable is masked.
     *
     * @return a tree of the same names
     */
    public JsonNode masked() {
        return ConfigurationMask.of(tree);
    }

    /**
     * Gives everything away: environment variables, keys of webhooks, passwords of brokers.
     *
     * @return the tree; a copy
     */
    public JsonNode reveal() {
        return tree.deepCopy();
    }

    /** For mappers: masked, unless it is the one that writes requests. */
    @JsonValue
    FreeJson json() {
        return FreeJson.of(tree);
    }

    /** {@return whether debug mode is on, which has no place in production} */
    public boolean debug() {
        return flag("/debug");
    }

    /** {@return where the Backbone is} */
    public Optional<String> backboneUrl() {
        return text("/transportLibrary/baseUrl");
    }

    /** {@return {@code mongodb} or {@code lokijs}} */
    public Optional<String> databaseDriver() {
        return text("/database/driver");
    }

    /** {@return the database's name; another one means another identity} */
    public Optional<String> databaseName() {
        return text("/database/dbName");
    }

    /** {@return the port of the HTTP server} */
    public Optional<Integer> port() {
        return text("/infrastructure/httpServer/port")
                .filter(port -> port.matches("\\d{1,5}"))
                .map(Integer::valueOf);
    }

    /**
     * Whether a way to authenticate is configured.
     *
     * @param method {@code apiKey}, {@code oidc} or {@code jwtBearer}
     * @return true if it is
     */
    public boolean authenticates(String method) {
        return text("/infrastructure/httpServer/authentication/" + method)
                .filter(state -> state.contains("(enabled)"))
                .isPresent();
    }

    /** {@return whether the API description is served} */
    public boolean docsEnabled() {
        return flag("/modules/coreHttpApi/docs/enabled");
    }

    /**
     * Whether a module is on.
     *
     * @param name such as {@code sync}, {@code sse}, {@code webhooks}
     * @return true if it is
     */
    public boolean moduleEnabled(String name) {
        return flag("/modules/" + name + "/enabled");
    }

    /** {@return how often the connector looks for news, if that module is on} */
    public Optional<Duration> syncInterval() {
        return moduleEnabled("sync")
                ? text("/modules/sync/interval")
                        .filter(seconds -> seconds.matches("\\d{1,9}"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                : Optional.empty();
    }

    private boolean flag(String pointer) {
        return tree.at(pointer).asText().equals("true");
    }

    private Optional<String> text(String pointer) {
        JsonNode value = tree.at(pointer);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConnectorConfiguration that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    /** The masked configuration. */
    @Override
    public String toString() {
        return masked().toPrettyString();
    }
}
