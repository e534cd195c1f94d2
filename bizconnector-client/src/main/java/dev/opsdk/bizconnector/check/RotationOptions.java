package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.core.Secret;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** How an API key is replaced. Immutable. */
public final class RotationOptions {
    private final Optional<Runnable> retire;
    private final Optional<Function<Secret, BizConnectorClient>> connect;

    private RotationOptions(Builder told) {
        this.retire = told.retire;
        this.connect = told.connect;
    }

    static RotationOptions of(Consumer<Builder> how) {
        Builder builder = new Builder();
        how.accept(builder);
        return new RotationOptions(builder);
    }

    Optional<Runnable> retire() {
        return retire;
    }

    BizConnectorClient connect(BizConnectorClient like, Secret key) {
        return connect.map(each -> each.apply(key))
                .orElseGet(() -> BizConnectorClient.builder()
                        .url(like.url())
                        .apiKey(key)
                        .timeSource(like.timeSource())
                        .build());
    }

    /** Builds {@link RotationOptions}. */
    public static final class Builder {
        private Optional<Runnable> retire = Optional.empty();
        private Optional<Function<Secret, BizConnectorClient>> connect = Optional.empty();

        private Builder() {}

        /**
         * What takes the old key out of the configuration and restarts the connector, and returns when it answers again.
         *
         * @param action run at most once a run; by hand unless told
         * @return this builder
         */
        public Builder retireBy(Runnable action) {
            retire = Optional.of(action);
            return this;
        }

        /**
         * How to connect with a key to try it, where more than the URL is needed: TLS, a proxy, another header. The client is closed
         * after the try.
         *
         * @param connector makes a new client each time
         * @return this builder
         */
        public Builder connectBy(Function<Secret, BizConnectorClient> connector) {
            connect = Optional.of(connector);
            return this;
        }
    }
}
