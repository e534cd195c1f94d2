package dev.opsdk.core.internal;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The innermost network interceptor: marks the moment a request leaves, and stops a mutation that OkHttp or an interceptor would
 * send again.
 */
final class SendGuard implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Attempt attempt = chain.request().tag(Attempt.class);
        if (attempt == null) {
            return chain.proceed(chain.request());
        }
        attempt.aboutToWrite();
        Response response = chain.proceed(chain.request());
        attempt.answered(response.code(), response.header("Retry-After"));
        // OkHttp itself repeats a 503 whose Retry-After is 0, mutation or not: it must not see the header
        return response.newBuilder().removeHeader("Retry-After").build();
    }
}
