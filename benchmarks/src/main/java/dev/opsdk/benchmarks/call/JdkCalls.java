package dev.opsdk.benchmarks.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The same with the JDK's client. */
final class JdkCalls {
    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final ObjectMapper mapper = ByHand.mapper();

    JdkCalls(String url) {
        this.base = url + "/";
    }

    Ready ready(Operation operation) {
        return new Ready(call(operation), () -> {});
    }

    private Ready.Call call(Operation operation) {
        return switch (operation) {
            case CCR_LAG ->
                () -> ByHand.checked(answer(post("get_lag", new ByHand.Named(ByHand.JOB)), ByHand.Lag.class));
            case CCR_PAUSE ->
                () -> ByHand.checked(answer(post("pause", new ByHand.Named(ByHand.JOB)), ByHand.Done.class));
            case OMS_WRITER ->
                () -> ByHand.checked(
                        answer(to("JDBCWriter/detail?writerName=" + encoded(ByHand.WRITER)), ByHand.WriterReply.class));
            case OMS_STOP ->
                () -> ByHand.checked(answer(
                        to("applier/stop")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("applierName=" + encoded(ByHand.WRITER))),
                        ByHand.CmDone.class));
            case CONNECTOR_IDENTITY ->
                () -> ByHand.checked(answer(
                        to("api/core/v1/Account/IdentityInfo")
                                .header("X-API-KEY", ByHand.KEY)
                                .header("Accept", "application/json"),
                        ByHand.IdentityReply.class));
            case OPENMLDB_TABLES ->
                () -> ByHand.checked(
                        answer(post("NameServer/ShowTable", new ByHand.Show("", true)), ByHand.Tables.class));
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(10));
    }

    private HttpRequest.Builder post(String path, Object body) throws IOException {
        return to(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)));
    }

    private <T> T answer(HttpRequest.Builder request, Class<T> type) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() / 100 != 2) {
                throw new IOException(response.uri() + " answered HTTP " + response.statusCode());
            }
            return mapper.readValue(body, type);
        }
    }
}
