package dev.opsdk.core.internal;

import dev.opsdk.core.TimeSource;
import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.call.ExchangeListener;
import dev.opsdk.core.call.RetryPolicy;
import dev.opsdk.core.call.Timeouts;
import dev.opsdk.core.call.Tls;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What a client's builder was told.
 *
 * @param system the system's short name
 * @param timeouts time limits
 * @param retry how reads are repeated
 * @param time the clock
 * @param readOnly whether mutations are refused
 * @param listener sees every attempt
 * @param authorization who calls
 * @param broughtClient the user's own OkHttp client
 * @param interceptors the user's interceptors
 * @param tls whom to trust
 * @param proxy the way out
 * @param proxyAuthorization who calls, for the proxy
 * @param keepAlive how long an idle connection is kept
 * @param parallelism how many targets are called at once
 * @param pollEvery how often a wait or a watch looks
 * @param maxReplyBytes the largest answer that is read
 */
public record Settings(
        String system,
        Timeouts timeouts,
        RetryPolicy retry,
        TimeSource time,
        boolean readOnly,
        ExchangeListener listener,
        @Nullable Supplier<Authorization> authorization,
        @Nullable OkHttpClient broughtClient,
        List<Interceptor> interceptors,
        @Nullable Tls tls,
        @Nullable Proxy proxy,
        @Nullable Authorization proxyAuthorization,
        Duration keepAlive,
        int parallelism,
        Duration pollEvery,
        long maxReplyBytes) {}
