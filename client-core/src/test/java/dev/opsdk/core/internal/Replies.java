package dev.opsdk.core.internal;

import dev.opsdk.core.TimeSource;
import dev.opsdk.core.call.CallSite;
import dev.opsdk.core.call.Effect;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import okhttp3.Headers;
import okio.Buffer;

/** Answers without a server. */
final class Replies {
    private static final CallSite SITE =
            new CallSite("tiny", "look", "", Effect.READ, "GET", "http://localhost:80/look");

    private Replies() {}

    @Operation(value = "look", effect = Effect.READ)
    private static void look() {}

    static Reply of(String text) {
        return of(new Buffer().writeUtf8(text));
    }

    static Reply of(Buffer body) {
        return new Reply(context(), SITE, 200, Headers.EMPTY, body);
    }

    static CallContext context() {
        Duration minute = Duration.ofMinutes(1);
        return new CallContext("tiny", operation(), "", List.of(), Deadline.in(TimeSource.system(), minute), minute);
    }

    private static Operation operation() {
        look();
        try {
            Method look = Replies.class.getDeclaredMethod("look");
            return Objects.requireNonNull(look.getAnnotation(Operation.class));
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
