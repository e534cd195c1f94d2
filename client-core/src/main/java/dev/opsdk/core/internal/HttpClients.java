package dev.opsdk.core.internal;

import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.call.Tls;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** Makes an OkHttp client that repeats nothing and follows nothing by itself: the calls above it decide that. */
final class HttpClients {
    private HttpClients() {}

    static OkHttpClient create(Settings settings) {
        OkHttpClient brought = settings.broughtClient();
        OkHttpClient.Builder builder = brought == null
                ? new OkHttpClient.Builder()
                        .connectionPool(new ConnectionPool(
                                settings.parallelism(), settings.keepAlive().toNanos(), TimeUnit.NANOSECONDS))
                : brought.newBuilder();
        builder.followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                // a mutation may be a GET, and a cached one would be a success that never happened
                .cache(null)
                .connectTimeout(settings.timeouts().connect())
                // each attempt has one limit of its own for all of it; a second clock below it could only lie
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .callTimeout(Duration.ZERO);
        settings.interceptors().forEach(builder::addInterceptor);
        Tls tls = settings.tls();
        if (tls != null) {
            builder.sslSocketFactory(tls.socketFactory(), tls.trustManager());
        }
        if (settings.proxy() != null) {
            builder.proxy(settings.proxy());
        }
        Authorization proxyAuthorization = settings.proxyAuthorization();
        if (proxyAuthorization != null) {
            String value = proxyAuthorization.value().reveal();
            builder.proxyAuthenticator(
                    (route, response) -> value.equals(response.request().header("Proxy-Authorization"))
                            ? null
                            : response.request()
                                    .newBuilder()
                                    .header("Proxy-Authorization", value)
                                    .build());
        }
        return builder.addNetworkInterceptor(new SendGuard()).build();
    }
}
