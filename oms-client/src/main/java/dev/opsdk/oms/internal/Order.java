package dev.opsdk.oms.internal;

import dev.opsdk.core.Secret;
import dev.opsdk.core.internal.ReplyReader;
import java.util.List;
import okhttp3.Request;

/**
 * One call before it is made.
 *
 * @param request as it is sent
 * @param shown as it may be shown
 * @param target what it acts on
 * @param secrets what must stand in no message
 * @param reader reads the answer
 * @param <T> the value
 */
public record Order<T>(Request request, Request shown, String target, List<Secret> secrets, ReplyReader<T> reader) {
    static <T> Order<T> of(Request request, String target, ReplyReader<T> reader) {
        return new Order<>(request, request, target, List.of(), reader);
    }

    /** Safe to print. */
    @Override
    public String toString() {
        return shown.method() + " " + shown.url().encodedPath() + " '" + target + "'";
    }
}
