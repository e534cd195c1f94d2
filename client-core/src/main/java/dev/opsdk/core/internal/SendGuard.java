package dev.opsdk.core.internal;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The innermost network interceptor: marks the moment a request leaves, and stops a mutation that OkHttp or an interceptor would
 * send again.
 */
final class SendGuard implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Attempt attempt = request.tag(Attempt.class);
        if (attempt == null) {
            // an interceptor built this one from scratch: either our own request again, or one of its own, such as for
            // a token
            Request ours = chain.call().request();
            attempt = ours.tag(Attempt.class);
            if (attempt == null) {
                return chain.proceed(request);
            }
            if (!request.method().equals(ours.method()) || !request.url().equals(ours.url())) {
                attempt.somethingElseLeft();
                return chain.proceed(request);
            }
        }
        attempt.aboutToWrite();
        Response response = chain.proceed(request);
        String retryAfter = response.header("Retry-After");
        attempt.answered(response.code(), retryAfter);
        // OkHttp itself repeats a 503 whose Retry-After is 0, mutation or not: it must not see the header
        return retryAfter == null
                ? response
                : response.newBuilder().removeHeader("Retry-After").build();
    }
}
