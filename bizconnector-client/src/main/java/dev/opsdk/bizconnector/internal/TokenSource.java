package dev.opsdk.bizconnector.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.Secret;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.internal.CallContext;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.internal.Json.Undecodable;
import dev.opsdk.core.internal.Reply;
import dev.opsdk.core.internal.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Keeps one token, and replaces it before it runs out. Whoever needs one while it is fetched waits for that fetch. */
final class TokenSource {
    /** For servers that do not say how long a token lives. */
    private static final Duration UNSAID = Duration.ofMinutes(1);

    private final TokenOrder order;
    private final Transport transport;
    private final TimeSource time;
    private final TokenEndpointApi api;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Held held;

    private record Held(Secret token, Instant refreshAt, Instant endsAt) {}

    TokenSource(TokenOrder order, Transport transport, TimeSource time) {
        this.order = order;
        this.transport = transport;
        this.time = time;
        this.api = transport.api(TokenEndpointApi.class);
    }

    /** A token that is good now. */
    Secret token() {
        Held now = held;
        if (now != null && time.now().isBefore(now.refreshAt())) {
            return now.token();
        }
        return now != null && time.now().isBefore(now.endsAt()) ? ahead(now) : awaited();
    }

    /** The connector refused the token: the next call fetches another one. */
    void forget() {
        held = null;
    }

    /** One caller refreshes; the others go on with what is still good, and so does the one if the refresh fails. */
    private Secret ahead(Held old) {
        if (!fetching.tryLock()) {
            return old.token();
        }
        try {
            return fresh();
        } catch (OpsException e) {
            return old.token(); // listeners have seen the failure; it is reported when the token has run out
        } finally {
            fetching.unlock();
        }
    }

    private Secret awaited() {
        fetching.lock();
        try {
            return fresh();
        } finally {
            fetching.unlock();
        }
    }

    private Secret fresh() {
        Held now = held;
        if (now != null && time.now().isBefore(now.refreshAt())) {
            return now.token(); // somebody else was quicker
        }
        Request request = api.token(order.url().toString(), order.fields()).request();
        CallContext context = transport.begin(request, "", List.of(order.secret()));
        Instant asked = time.now();
        Held fetched =
                transport.retrying(context, () -> transport.once(context, request, reply -> read(reply, asked), false));
        held = fetched;
        return fetched.token();
    }

    private Held read(Reply reply, Instant asked) throws Undecodable {
        JsonNode answer = Json.tree(reply.body());
        if (reply.status() / 100 == 4 && answer.path("error").isTextual()) {
            String words = answer.path("error").textValue() + " "
                    + answer.path("error_description").asText();
            throw new UnauthorizedException(reply.refusal(
                    "the authorization server says " + words.strip(),
                    "check client id, client secret, audience and scope"));
        }
        JsonNode token = answer.path("access_token");
        if (reply.status() / 100 != 2 || !token.isTextual() || token.textValue().isBlank()) {
            throw new Undecodable("no access_token, so this is no token endpoint");
        }
        JsonNode seconds = answer.path("expires_in");
        Duration life = seconds.asLong() > 0 ? Duration.ofSeconds(seconds.asLong()) : UNSAID;
        Duration ahead =
                order.refreshAhead().compareTo(life.dividedBy(2)) < 0 ? order.refreshAhead() : life.dividedBy(2);
        return new Held(Secret.of(token.textValue()), asked.plus(life).minus(ahead), asked.plus(life));
    }
}
