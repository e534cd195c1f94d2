package dev.opsdk.bizconnector.internal;

import dev.opsdk.core.Secret;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.call.Exchange;
import dev.opsdk.core.call.ExchangeListener;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.internal.Transport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who calls, asked before every attempt, so that it can change while the client lives. */
public final class Credentials implements Supplier<Authorization>, ExchangeListener {
    private final String header;
    private volatile @Nullable Supplier<Secret> apiKey;
    private final @Nullable Supplier<Secret> bearer;
    private final @Nullable TokenOrder order;
    private volatile @Nullable TokenSource tokens;

    private Credentials(
            String header,
            @Nullable Supplier<Secret> apiKey,
            @Nullable Supplier<Secret> bearer,
            @Nullable TokenOrder order) {
        this.header = header;
        this.apiKey = apiKey;
        this.bearer = bearer;
        this.order = order;
    }

    /**
     * One way to authenticate, or none.
     *
     * @param header the API key's header
     * @param apiKey gives the API key
     * @param bearer gives a token
     * @param order how a token is fetched
     * @return the credentials
     */
    public static Credentials of(
            String header,
            @Nullable Supplier<Secret> apiKey,
            @Nullable Supplier<Secret> bearer,
            @Nullable TokenOrder order) {
        return new Credentials(header, apiKey, bearer, order);
    }

    /**
     * Whether there is a way to authenticate.
     *
     * @return false if there is none
     */
    public boolean any() {
        return apiKey != null || bearer != null || order != null;
    }

    /**
     * Tells how tokens travel, once that is known.
     *
     * @param transport sends
     * @param time the clock
     */
    public void connect(Transport transport, TimeSource time) {
        if (order != null) {
            tokens = new TokenSource(order, transport, time);
        }
    }

    /**
     * Uses another API key from now on.
     *
     * @param key the key
     * @throws IllegalStateException if the client does not use one
     */
    public void changeApiKey(Secret key) {
        if (apiKey == null) {
            throw new IllegalStateException("this client does not authenticate by an API key");
        }
        new Authorization(header, key); // refuses what cannot be sent, before the old key is given up
        apiKey = () -> key;
    }

    @Override
    public Authorization get() {
        Supplier<Secret> key = apiKey;
        if (key != null) {
            return new Authorization(header, key.get());
        }
        if (bearer != null) {
            return Authorization.bearer(bearer.get());
        }
        TokenSource source = tokens;
        if (source == null) {
            throw new IllegalStateException("connect comes first");
        }
        return Authorization.bearer(source.token());
    }

    /** The next call is given another token when this one was refused; the refused call itself is not repeated. */
    @Override
    public void onExchange(Exchange exchange) {
        TokenSource source = tokens;
        if (source != null
                && exchange.failure()
                        .filter(UnauthorizedException.class::isInstance)
                        .isPresent()) {
            source.forget();
        }
    }
}
