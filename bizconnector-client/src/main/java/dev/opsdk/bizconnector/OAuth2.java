package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.internal.TokenOrder;
import dev.opsdk.core.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2 client credentials. A token is fetched when it is first needed and again before it runs out; callers at the same time wait for
 * one fetch. The connector reads roles from the token's {@code scope}.
 */
public final class OAuth2 {
    private final TokenOrder order;

    private OAuth2(TokenOrder order) {
        this.order = order;
    }

    TokenOrder order() {
        return order;
    }

    @Override
    public String toString() {
        return "OAuth2[" + order.url() + "]";
    }

    /** Builds an {@link OAuth2}. */
    public static final class Builder {
        private @Nullable URI url;
        private @Nullable String clientId;
        private @Nullable Secret clientSecret;
        private final Map<String, String> more = new LinkedHashMap<>();
        private Duration refreshAhead = Duration.ofSeconds(10);

        Builder() {}

        /**
         * Where tokens are fetched.
         *
         * @param tokenUrl the whole URL of the token endpoint
         * @return this builder
         * @throws IllegalArgumentException if it is none
         */
        public Builder tokenUrl(String tokenUrl) {
            URI parsed;
            try {
                parsed = URI.create(tokenUrl.strip());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("the token URL is not one"); // its message quotes the text
            }
            boolean web = "http".equals(parsed.getScheme()) || "https".equals(parsed.getScheme());
            if (!web || parsed.getHost() == null || parsed.getUserInfo() != null) {
                throw new IllegalArgumentException(
                        "the token URL begins with http:// or https://, has a host and no user info");
            }
            url = parsed;
            return this;
        }

        /**
         * Who we are.
         *
         * @param id the client's id
         * @return this builder
         */
        public Builder clientId(String id) {
            clientId = id;
            return this;
        }

        /**
         * The proof.
         *
         * @param secret the client's secret
         * @return this builder
         */
        public Builder clientSecret(Secret secret) {
            clientSecret = secret;
            return this;
        }

        /**
         * For whom the token is, as the connector's configuration says.
         *
         * @param name the audience
         * @return this builder
         */
        public Builder audience(String name) {
            more.put("audience", name);
            return this;
        }

        /**
         * Which scopes are asked for.
         *
         * @param scopes with blanks between them
         * @return this builder
         */
        public Builder scope(String scopes) {
            more.put("scope", scopes);
            return this;
        }

        /**
         * How long before its end a token is replaced.
         *
         * @param ahead zero or more; 10 s unless told, and never more than half of the token's life
         * @return this builder
         */
        public Builder refreshAhead(Duration ahead) {
            if (ahead.isNegative()) {
                throw new IllegalArgumentException("refreshAhead is " + ahead + "; it must not be negative");
            }
            refreshAhead = ahead;
            return this;
        }

        OAuth2 build() {
            if (url == null || clientId == null || clientSecret == null) {
                throw new IllegalArgumentException("client credentials need tokenUrl, clientId and clientSecret");
            }
            Map<String, String> form = new LinkedHashMap<>(Map.of("grant_type", "client_credentials"));
            form.put("client_id", clientId);
            form.putAll(more);
            return new OAuth2(new TokenOrder(url, form, clientSecret, refreshAhead));
        }
    }
}
