package dev.opsdk.core.internal;

import dev.opsdk.core.call.Effect;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is known about one attempt while it is under way; travels as the request's tag to {@link SendGuard}. */
final class Attempt {
    private final Effect effect;
    private volatile boolean sent;
    private volatile boolean left;
    private volatile boolean shakingHands;
    private volatile int status;
    private volatile Duration retryAfter = Duration.ZERO;

    Attempt(Effect effect) {
        this.effect = effect;
    }

    /** The last moment before bytes leave. A second time is only right after an answer that says the first was not even read. */
    void aboutToWrite() throws IOException {
        boolean refusedBefore = status == 401 || status == 407;
        if (effect == Effect.MUTATION && sent && !refusedBefore) {
            throw new IOException("a second sending of a mutation was stopped");
        }
        sent = true;
        left = true;
        status = 0;
    }

    /** An interceptor sent a request that is not recognised as ours; nobody can say any more that nothing left. */
    void somethingElseLeft() {
        left = true;
    }

    void answered(int code, @Nullable String retryAfterHeader) {
        status = code;
        if (retryAfterHeader != null && retryAfterHeader.matches("\\d{1,9}")) {
            retryAfter = Duration.ofSeconds(Long.parseLong(retryAfterHeader));
        }
    }

    void shakingHands(boolean now) {
        shakingHands = now;
    }

    /** Whether the TLS handshake has begun and not ended well. */
    boolean shakingHands() {
        return shakingHands;
    }

    /** Whether bytes may have left. */
    boolean sent() {
        return left;
    }

    int status() {
        return status;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
