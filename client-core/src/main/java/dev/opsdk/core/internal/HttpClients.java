package dev.opsdk.core.internal;

import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.call.Tls;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509TrustManager;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Makes an OkHttp client that repeats nothing and follows nothing by itself: the calls above it decide that. */
final class HttpClients {
    private HttpClients() {}

    static OkHttpClient create(Settings settings, HandshakeWatch watch) {
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
            builder.proxyAuthenticator(toTheProxyOnly(proxyAuthorization.value().reveal()));
        }
        if (brought == null) {
            builder.eventListener(watch);
        } else {
            EventListener.Factory others = brought.eventListenerFactory();
            builder.eventListenerFactory(call -> watch.plus(others.create(call)));
        }
        OkHttpClient made = builder.addNetworkInterceptor(new SendGuard()).build();
        X509TrustManager trust = made.x509TrustManager();
        return trust == null
                ? made
                : made.newBuilder()
                        .sslSocketFactory(
                                new LimitedHandshakes(
                                        made.sslSocketFactory(),
                                        settings.timeouts().connect()),
                                trust)
                        .build();
    }

    /**
     * The same for servers that get no credential of ours: a brought client's own authenticator and cookies are credentials, too.
     *
     * @param client the client for trusted servers
     * @return shares its connections
     */
    static OkHttpClient anonymous(OkHttpClient client) {
        return client.newBuilder()
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .build();
    }

    /** Inside a tunnel it is the server who answers 407, and OkHttp would hand it what is meant for the proxy. */
    private static Authenticator toTheProxyOnly(String value) {
        return (route, response) -> {
            Request asked = response.request();
            boolean insideTheTunnel = asked.isHttps() && !asked.method().equals("CONNECT");
            return insideTheTunnel || value.equals(asked.header("Proxy-Authorization"))
                    ? null
                    : asked.newBuilder().header("Proxy-Authorization", value).build();
        };
    }
}
