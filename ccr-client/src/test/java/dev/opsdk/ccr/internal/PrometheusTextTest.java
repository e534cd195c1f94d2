package dev.opsdk.ccr.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.opsdk.ccr.model.MetricSample;
import dev.opsdk.core.internal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusTextTest {
    @Test
    void labelsHelpAndTimestampsAreRead() throws Exception {
        List<MetricSample> samples = PrometheusText.parse("""
                # HELP a_total two\\nlines, a \\\\ and a "quote"
                # TYPE a_total counter
                a_total{name="x\\"y\\\\z\\n", b = "}" , } 3 1395066363000
                  # a comment

                \tplain\t-1.5e-3
                """);
        assertThat(samples)
                .containsExactly(
                        new MetricSample(
                                "a_total",
                                Map.of("name", "x\"y\\z\n", "b", "}"),
                                3,
                                OptionalLong.of(1395066363000L),
                                MetricSample.Type.COUNTER,
                                "two\nlines, a \\ and a \"quote\""),
                        new MetricSample(
                                "plain", Map.of(), -0.0015, OptionalLong.empty(), MetricSample.Type.UNTYPED, ""));
    }

    @Test
    void partsOfHistogramsAndSummariesBelongToTheirMetric() throws Exception {
        List<MetricSample> samples = PrometheusText.parse("""
                # TYPE h histogram
                h_bucket{le="+Inf"} 2
                h_sum 1
                h_count 2
                # TYPE s summary
                s{quantile="0.5"} NaN
                s_sum 1
                s_bucket 1
                # TYPE g_sum gauge
                g_sum 1
                """);
        assertThat(samples)
                .extracting(MetricSample::type)
                .containsExactly(
                        MetricSample.Type.HISTOGRAM,
                        MetricSample.Type.HISTOGRAM,
                        MetricSample.Type.HISTOGRAM,
                        MetricSample.Type.SUMMARY,
                        MetricSample.Type.SUMMARY,
                        MetricSample.Type.UNTYPED,
                        MetricSample.Type.GAUGE);
        assertThat(samples.get(0)).hasToString("h_bucket{le=\"+Inf\"} 2.0");
    }

    @Test
    void numbersThatAreNoneAreRead() throws Exception {
        assertThat(PrometheusText.parse("a NaN\na +Inf\na -Inf\na 2.89944e+06\n"))
                .extracting(MetricSample::value)
                .containsExactly(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2899440d);
    }

    @Test
    void noTextIsNoSamples() throws Exception {
        assertThat(PrometheusText.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a 10",
                "a\n",
                "a bcd\n",
                "a 1d\n",
                "a 0x1p3\n",
                "a 1 2 3\n",
                "a 1 1.5\n",
                "1a 1\n",
                "a{ 1\n",
                "a{b} 1\n",
                "a{b=\"x} 1\n",
                "a{b=x} 1\n",
                "a{b=\"x\"c=\"y\"} 1\n",
                "a{b=\"\\t\"} 1\n",
                "a{b=\"x\",b=\"y\"} 1\n",
                "a{b:c=\"x\"} 1\n",
                "a.b 1\n",
                "a,b 1\n",
                "# TYPE a thing\n",
                "# TYPE\n",
                "# HELP a-b x\n",
                "# HELP a x\\t\n",
                "a{,} 1\n",
                "a{b=\"\\\n",
                "<html>\n",
                "a 1 99999999999999999999\n"
            })
    void aMalformedLineIsNamedByNumberNotByContent(String line) {
        assertThatExceptionOfType(Json.Undecodable.class)
                .isThrownBy(() -> PrometheusText.parse("ok 1\n" + line))
                .withMessageStartingWith("metrics line 2: ")
                .withMessageNotContaining(line.length() > 3 ? line.strip() : line);
    }

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll("labels") Map<String, String> labels, @ForAll double value) throws Exception {
        StringBuilder line = new StringBuilder("m{");
        labels.forEach((name, text) -> line.append(name)
                .append("=\"")
                .append(text.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\""))
                .append("\","));
        List<MetricSample> samples = PrometheusText.parse(line + "} " + value + "\n");
        assertThat(samples).hasSize(1);
        assertThat(samples.get(0).labels()).isEqualTo(labels);
        assertThat(samples.get(0).value()).isEqualTo(value);
    }

    @Property(tries = 500)
    void anyTextGivesSamplesOrAnUndecodable(@ForAll("soup") String text) {
        try {
            assertThat(PrometheusText.parse(text)).isNotNull();
        } catch (Json.Undecodable e) {
            assertThat(e).hasMessageStartingWith("metrics line ");
        }
    }

    @Provide
    Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(
                        Arbitraries.strings()
                                .withChars('a', 'b', '_')
                                .ofMinLength(1)
                                .ofMaxLength(4),
                        Arbitraries.strings().ofMaxLength(6))
                .ofMaxSize(4)
                .map(LinkedHashMap::new);
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(
                        "a", "{", "}", "=", "\"", "\\", ",", " ", "\n", "1", "-", ".", "e", "NaN", "# TYPE ", "# HELP ",
                        "é")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }
}
