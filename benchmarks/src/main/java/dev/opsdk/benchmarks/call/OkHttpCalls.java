package dev.opsdk.benchmarks.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** What a careful person writes with OkHttp and Jackson: one client, time limits, status and envelope looked at. */
final class OkHttpCalls {
    private static final MediaType JSON = MediaType.get("application/json");

    private final HttpUrl base;
    private final OkHttpClient http;
    private final ObjectMapper mapper = ByHand.mapper();

    OkHttpCalls(String url, boolean kept) {
        this.base = HttpUrl.get(url);
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(10))
                .callTimeout(Duration.ofMinutes(2))
                .followRedirects(false);
        if (!kept) {
            builder.connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS));
        }
        this.http = builder.build();
    }

    Ready ready(Operation operation) {
        return new Ready(call(operation), http.connectionPool()::evictAll);
    }

    private Ready.Call call(Operation operation) {
        return switch (operation) {
            case CCR_LAG ->
                () -> ByHand.checked(answer(post("get_lag", new ByHand.Named(ByHand.JOB)), ByHand.Lag.class));
            case CCR_PAUSE ->
                () -> ByHand.checked(answer(post("pause", new ByHand.Named(ByHand.JOB)), ByHand.Done.class));
            case OMS_WRITER ->
                () -> ByHand.checked(answer(
                        new Request.Builder()
                                .url(base.newBuilder()
                                        .addPathSegments("JDBCWriter/detail")
                                        .addQueryParameter("writerName", ByHand.WRITER)
                                        .build())
                                .build(),
                        ByHand.WriterReply.class));
            case OMS_STOP ->
                () -> ByHand.checked(answer(
                        new Request.Builder()
                                .url(at("applier/stop"))
                                .post(new FormBody.Builder()
                                        .add("applierName", ByHand.WRITER)
                                        .build())
                                .build(),
                        ByHand.CmDone.class));
            case CONNECTOR_IDENTITY ->
                () -> ByHand.checked(answer(
                        new Request.Builder()
                                .url(at("api/core/v1/Account/IdentityInfo"))
                                .header("X-API-KEY", ByHand.KEY)
                                .header("Accept", "application/json")
                                .build(),
                        ByHand.IdentityReply.class));
            case OPENMLDB_TABLES ->
                () -> ByHand.checked(
                        answer(post("NameServer/ShowTable", new ByHand.Show("", true)), ByHand.Tables.class));
        };
    }

    private HttpUrl at(String path) {
        return base.newBuilder().addPathSegments(path).build();
    }

    private Request post(String path, Object body) throws IOException {
        return new Request.Builder()
                .url(at(path))
                .post(RequestBody.create(mapper.writeValueAsBytes(body), JSON))
                .build();
    }

    private <T> T answer(Request request, Class<T> type) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException(request.url() + " answered HTTP " + response.code());
            }
            return mapper.readValue(response.body().byteStream(), type);
        }
    }
}
