package dev.opsdk.oms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.oms.model.Generation;
import dev.opsdk.oms.model.PullBack;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Values as the server gets them, through every character that curl -d would cut or turn into another. */
class FormEncodingTest {
    private static FaultServer.Arrival sent(Generation generation, Consumer<OmsClient> call) {
        try (FaultServer server = FaultServer.start(Answer.json(Cm.OK));
                OmsClient oms = Cm.client(server, generation)) {
            call.accept(oms);
            return server.arrivals().get(0);
        }
    }

    private static Map<String, String> decoded(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            String[] parts = pair.split("=", -1);
            assertThat(parts).as("one bare '=' in %s", pair).hasSize(2);
            String key = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
            assertThat(fields.put(key, URLDecoder.decode(parts[1], StandardCharsets.UTF_8)))
                    .isNull();
        }
        return fields;
    }

    private static Map<String, String> updateOfWriter(String key, String value) {
        return decoded(sent(Generation.GEN1, oms -> oms.writer(Cm.WRITER).update(u -> u.set(key, value)))
                .body());
    }

    @TestFactory
    Stream<DynamicTest> aValueArrivesAsItWasGiven() {
        return Stream.of(
                        "ALTER TABLE `a`.`b` ADD c INT /* why */&DROP TABLE `x`",
                        "-Xms4g -Xmx6g -Xmn2g -XX:+UseG1GC -Dfile=%41",
                        "+08:00",
                        "jdbc:mysql://10.10.10.2:2883?useUnicode=true&socketTimeout=50000#x",
                        "[{\"name\":\"test_ddl01\",\"all\":false,\"sub\":[{\"name\":\"*\"}]}]",
                        "",
                        " leading and trailing ",
                        "ö€日本😀",
                        "a\nb\tc\\d'e\"f;g,h|i^j{k}l<m>n~o!p@q$r(s)t")
                .map(value -> DynamicTest.dynamicTest(
                        "value: " + value.replace('\n', ' '),
                        () -> assertThat(updateOfWriter("coordinatorFile.skipDdl", value))
                                .containsExactly(
                                        Map.entry("applierName", Cm.WRITER),
                                        Map.entry("JDBCWriter.coordinatorFile.skipDdl", value))));
    }

    @Test
    void aCheckpointArrivesAsJsonWithSecondsAsText() {
        PullBack back = PullBack.to("p_\"4223\"_source-000-0", Instant.ofEpochSecond(1_676_286_000));

        assertThat(decoded(sent(
                                Generation.GEN1,
                                oms -> oms.connector(Cm.CONNECTOR).update(u -> u.pullBackTo(back)))
                        .body()))
                .containsEntry("source.checkpoint", "{\"p_\\\"4223\\\"_source-000-0\":\"1676286000\"}")
                .containsEntry("taskName", Cm.CONNECTOR);
    }

    @Test
    void theKeysDotsAreNotEncoded() {
        FaultServer.Arrival sent =
                sent(Generation.GEN1, oms -> oms.checker("90215").update(u -> u.diffLimit(7)));

        assertThat(sent.body()).isEqualTo("task.id=90215&limitator.table.diff.max=7");
    }

    @Test
    void filtersIsThereAndEmpty() {
        try (FaultServer server = FaultServer.start(Answer.json(Cm.seed("store-detail")));
                OmsClient oms = Cm.client(server, Generation.GEN1)) {
            oms.store("a:b+c&d e:1").detail();

            assertThat(server.arrivals().get(0).query()).isEqualTo("filters=&crawler=a%3Ab%2Bc%26d%20e%3A1");
        }
    }

    @Test
    void aNameInAQueryArrivesAsItIs() {
        String name = "10.10.10.1-9000:p+q&r s%2B:1";

        assertThat(decoded(sent(Generation.GEN1, oms -> oms.connector(name).stop())
                        .query()
                        .replace("%20", "+")))
                .containsExactly(Map.entry("taskName", name));
    }

    @Property(tries = 60)
    void anyKeyAndValueArrive(@ForAll @AlphaChars @StringLength(min = 1, max = 10) String key, @ForAll String value) {
        String sendable = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("*", "");

        assertThat(updateOfWriter("k." + key, sendable)).containsEntry("JDBCWriter.k." + key, sendable);
    }
}
