package dev.opsdk.benchmarks.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import feign.Body;
import feign.Feign;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import feign.Retryer;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import feign.okhttp.OkHttpClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The same with interfaces, of which Feign makes clients. It repeats what fails, mutations too, unless told not to. */
final class FeignCalls {
    private final String url;
    private final okhttp3.OkHttpClient http = new okhttp3.OkHttpClient();
    private final ObjectMapper mapper = ByHand.mapper();

    FeignCalls(String url) {
        this.url = url;
    }

    interface Ccr {
        @RequestLine("POST /get_lag")
        @Headers("Content-Type: application/json")
        ByHand.Lag lag(ByHand.Named body);

        @RequestLine("POST /pause")
        @Headers("Content-Type: application/json")
        ByHand.Done pause(ByHand.Named body);
    }

    interface Oms {
        @RequestLine("GET /JDBCWriter/detail?writerName={name}")
        ByHand.WriterReply writer(@Param("name") String name);

        @RequestLine("POST /applier/stop")
        @Headers("Content-Type: application/x-www-form-urlencoded")
        @Body("applierName={name}")
        ByHand.CmDone stop(@Param("name") String name);
    }

    interface Connector {
        @RequestLine("GET /api/core/v1/Account/IdentityInfo")
        @Headers({"X-API-KEY: {key}", "Accept: application/json"})
        ByHand.IdentityReply identity(@Param("key") String key);
    }

    interface NameServer {
        @RequestLine("POST /NameServer/ShowTable")
        @Headers("Content-Type: application/json")
        ByHand.Tables tables(ByHand.Show body);
    }

    Ready ready(Operation operation) {
        return new Ready(call(operation), http.connectionPool()::evictAll);
    }

    private Ready.Call call(Operation operation) {
        return switch (operation) {
            case CCR_LAG -> {
                Ccr ccr = api(Ccr.class);
                yield () -> ByHand.checked(ccr.lag(new ByHand.Named(ByHand.JOB)));
            }
            case CCR_PAUSE -> {
                Ccr ccr = api(Ccr.class);
                yield () -> ByHand.checked(ccr.pause(new ByHand.Named(ByHand.JOB)));
            }
            case OMS_WRITER -> {
                Oms oms = api(Oms.class);
                yield () -> ByHand.checked(oms.writer(ByHand.WRITER));
            }
            case OMS_STOP -> {
                Oms oms = api(Oms.class);
                yield () -> ByHand.checked(oms.stop(URLEncoder.encode(ByHand.WRITER, StandardCharsets.UTF_8)));
            }
            case CONNECTOR_IDENTITY -> {
                Connector connector = api(Connector.class);
                yield () -> ByHand.checked(connector.identity(ByHand.KEY));
            }
            case OPENMLDB_TABLES -> {
                NameServer nameServer = api(NameServer.class);
                yield () -> ByHand.checked(nameServer.tables(new ByHand.Show("", true)));
            }
        };
    }

    private <A> A api(Class<A> type) {
        return Feign.builder()
                .client(new OkHttpClient(http))
                .encoder(new JacksonEncoder(mapper))
                .decoder(new JacksonDecoder(mapper))
                .retryer(Retryer.NEVER_RETRY)
                .options(new Request.Options(10, TimeUnit.SECONDS, 10, TimeUnit.SECONDS, false))
                .target(type, url);
    }
}
