package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.internal.Credentials;
import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.internal.Settings;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link BizConnectorClient}.
 *
 * <p>The server refuses a wrong key only after 1 to 4 s, on purpose: a read timeout below 5 s turns "wrong key" into "timed out". It
 * closes connections that were idle for 5 s, so they are kept for 4 s here unless told; a proxy in front may keep them longer.
 *
 * <p>Lists, health, and whatever asks the Backbone are slow reads: {@code timeouts(t -> t.withRead(..))} alone does not bound them, but
 * {@code withSlowRead(..)} one attempt, and {@code withReadDeadline(..)} all of them.
 */
public final class BizConnectorBuilder extends ClientBuilder<BizConnectorBuilder> {
    private static final Duration IDLE = Duration.ofSeconds(4);

    private @Nullable BaseUrl url;
    private Duration healthDeadline = Duration.ofSeconds(10);
    private int remembered;
    private String apiKeyHeader = "X-API-KEY";
    private @Nullable Supplier<Secret> apiKey;
    private @Nullable OAuth2 oauth2;
    private @Nullable Supplier<Secret> bearer;
    private boolean own;
    private @Nullable Credentials credentials;

    BizConnectorBuilder() {
        keepAlive(IDLE);
        pollEvery(
                Duration.ofSeconds(10)); // each health check costs the server connections to its database and Backbone
    }

    /**
     * Where the connector is.
     *
     * @param base such as {@code http://10.0.0.7:8080}; without a port it is the scheme's
     * @return this builder
     * @throws IllegalArgumentException if it is no base URL; the message says why
     */
    public BizConnectorBuilder url(String base) {
        url = BaseUrl.parse(told("url", base));
        return this;
    }

    /**
     * Authenticates by an API key.
     *
     * @param key the key
     * @return this builder
     * @throws IllegalArgumentException if it is blank, or cannot stand in a header; the message does not repeat it
     */
    public BizConnectorBuilder apiKey(Secret key) {
        Secret told = filled("apiKey", key);
        return apiKey(() -> told);
    }

    /**
     * Authenticates by an API key.
     *
     * @param key the key
     * @return this builder
     * @throws IllegalArgumentException if it is blank, or cannot stand in a header; the message does not repeat it
     */
    public BizConnectorBuilder apiKey(String key) {
        return apiKey(Secret.of(told("apiKey", key)));
    }

    /**
     * Authenticates by an API key that may change, such as one in a file.
     *
     * @param key asked before every attempt; must be thread-safe
     * @return this builder
     */
    public BizConnectorBuilder apiKey(Supplier<Secret> key) {
        apiKey = told("apiKey", key);
        return this;
    }

    /**
     * The header of the API key, if the server was told another one ({@code authentication.apiKey.headerName}).
     *
     * @param name {@code X-API-KEY} unless told
     * @return this builder
     * @throws IllegalArgumentException if it is no header's name
     */
    public BizConnectorBuilder apiKeyHeader(String name) {
        apiKeyHeader = new Authorization(told("apiKeyHeader", name), Secret.of("x")).header();
        return this;
    }

    /**
     * Authenticates by tokens that are fetched with client credentials (OAuth 2).
     *
     * @param how where and with what
     * @return this builder
     */
    public BizConnectorBuilder oauth2(Consumer<OAuth2.Builder> how) {
        OAuth2.Builder builder = new OAuth2.Builder();
        how.accept(builder);
        oauth2 = builder.build();
        return this;
    }

    /**
     * Authenticates by tokens that somebody else fetches.
     *
     * @param token asked before every attempt; must be thread-safe
     * @return this builder
     */
    public BizConnectorBuilder bearer(Supplier<Secret> token) {
        bearer = told("bearer", token);
        return this;
    }

    /** Any header, such as one for a proxy; excludes the other ways to authenticate. */
    @Override
    public BizConnectorBuilder authorization(Supplier<Authorization> supplier) {
        own = true;
        return super.authorization(supplier);
    }

    /**
     * How long a health check may take, all attempts together. The server's own probe of the Backbone has no limit.
     *
     * @param limit longer than zero; 10 s unless told
     * @return this builder
     */
    public BizConnectorBuilder healthDeadline(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("healthDeadline is " + limit + "; it must be longer than zero");
        }
        healthDeadline = limit;
        return this;
    }

    /**
     * Remembers the last answers of reads with their ETags, so that an answer which did not change is not sent again. It is checked
     * by the server all the same. The answers stay in memory.
     *
     * @param answers how many, up to 1 MiB each; none unless told
     * @return this builder
     */
    public BizConnectorBuilder rememberAnswers(int answers) {
        if (answers < 0) {
            throw new IllegalArgumentException("rememberAnswers is " + answers + "; it must not be negative");
        }
        remembered = answers;
        return this;
    }

    /** Whoever reads a key from a variable that is not set should be told now, not by the server after some seconds. */
    private static <T> T told(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is null");
        }
        return value;
    }

    /** A key that no header can hold would otherwise be refused by the first call. */
    static Secret filled(String name, @Nullable Secret value) {
        Secret secret = told(name, value);
        if (secret.reveal().isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        return new Authorization("X-API-KEY", secret).value();
    }

    Settings common() {
        Credentials made = Credentials.of(apiKeyHeader, apiKey, bearer, oauth2 == null ? null : oauth2.order());
        if (made.any()) {
            super.authorization(made);
            listener(made);
        }
        credentials = made;
        return settings("bizconnector");
    }

    Credentials credentials() {
        if (credentials == null) {
            throw new IllegalStateException("common() comes first");
        }
        return credentials;
    }

    BaseUrl url() {
        if (url == null) {
            throw new IllegalArgumentException(
                    "no connector is configured; tell where it is, such as http://host:8080");
        }
        return url;
    }

    Duration healthDeadline() {
        return healthDeadline;
    }

    int remembered() {
        return remembered;
    }

    @Override
    protected BizConnectorBuilder self() {
        return this;
    }

    /**
     * The client. Nothing is sent yet.
     *
     * @return a client
     * @throws IllegalArgumentException if no URL was told, or more than one way to authenticate
     */
    public BizConnectorClient build() {
        url();
        int ways = (apiKey == null ? 0 : 1) + (oauth2 == null ? 0 : 1) + (bearer == null ? 0 : 1) + (own ? 1 : 0);
        if (ways > 1) {
            throw new IllegalArgumentException(
                    "there are " + ways
                            + " ways to authenticate; tell one, because the server refuses a wrong key even beside a right token");
        }
        return new BizConnectorClient(this);
    }
}
