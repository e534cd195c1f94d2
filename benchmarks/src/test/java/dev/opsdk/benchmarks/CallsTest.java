package dev.opsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.benchmarks.call.CallBenchmark;
import dev.opsdk.benchmarks.call.Operation;
import dev.opsdk.benchmarks.call.Ready;
import dev.opsdk.benchmarks.call.Variant;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallsTest {
    private static CannedServer server;

    @BeforeAll
    static void start() {
        server = CannedServer.start(Replies.byPath(), Duration.ZERO);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<Arguments> everyCallByEveryone() {
        List<Arguments> all = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            for (Variant variant : Variant.values()) {
                all.add(Arguments.of(operation, variant));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("everyCallByEveryone")
    void allMakeTheSameCallAndReadTheAnswer(Operation operation, Variant variant) throws Exception {
        try (Ready client = variant.ready(operation, server.url())) {
            client.call().make();
            Object value = client.call().make();
            switch (operation) {
                case CCR_LAG -> assertThat(value.toString()).contains("1590");
                case OMS_WRITER -> assertThat(value.toString()).contains("10.10.10.1");
                case CONNECTOR_IDENTITY -> assertThat(value.toString()).contains("did:e:localhost");
                case OPENMLDB_TABLES -> assertThat(value.toString()).contains("t24");
                case CCR_PAUSE, OMS_STOP -> assertThat(value).isNotNull();
            }
        }
    }

    /** JMH finds a benchmark by this list, which its annotation processor writes. */
    @Test
    void jmhKnowsTheBenchmark() throws Exception {
        try (InputStream list = CallBenchmark.class.getResourceAsStream("/META-INF/BenchmarkList")) {
            assertThat(list).isNotNull();
            assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8)).contains(CallBenchmark.class.getName());
        }
    }
}
