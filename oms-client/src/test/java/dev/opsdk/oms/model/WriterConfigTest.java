package dev.opsdk.oms.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.testkit.PlantedSecrets;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WriterConfigTest {
    @Test
    void aValueIsEverythingBehindTheFirstEquals() {
        WriterConfig config = WriterConfig.of("[A]\nurl=jdbc:mysql://h:1?a=b&c=d\nempty=\n=no key\nno value\n# c=d\n");

        assertThat(config.get("url")).contains("jdbc:mysql://h:1?a=b&c=d");
        assertThat(config.get("empty")).contains("");
        assertThat(config.keys()).containsExactly("url", "empty");
    }

    @Test
    void orderAndSectionsAreKept() {
        WriterConfig config = WriterConfig.of("first=0\n[B]\nz=1\na=2\n[A]\nz=3\r\n[empty]\n");

        assertThat(config.sections()).containsExactly("", "B", "A");
        assertThat(config.section("B")).containsExactly(Map.entry("z", "1"), Map.entry("a", "2"));
        assertThat(config.section("A")).containsEntry("z", "3");
        assertThat(config.section("none")).isEmpty();
        assertThat(config.keys()).containsExactly("first", "z", "a");
    }

    @Test
    void ofAKeyThatStandsTwiceTheLastValueCounts() {
        assertThat(WriterConfig.of("a=1\na=2").get("a")).contains("2");
    }

    @Test
    void blanksAtTheEndStayInTheTextAndNotInTheValue() {
        WriterConfig config = WriterConfig.of("useMultiExecute=false \n");

        assertThat(config.get("useMultiExecute")).contains("false");
        assertThat(config.has("useMultiExecute", "false")).isTrue();
        assertThat(config.revealText()).isEqualTo("useMultiExecute=false \n");
        assertThat(config.toString()).isEqualTo("useMultiExecute=false \n");
    }

    @Test
    void aSecretCanBeComparedWithoutGivingItAway() {
        WriterConfig config = WriterConfig.of("sync_password=abc=1\n");

        assertThat(config.has("sync_password", "abc=1")).isTrue();
        assertThat(config.has("sync_password", "abc")).isFalse();
        assertThat(config.get("sync_password")).contains("***");
        assertThat(config.revealValue("sync_password")).contains("abc=1");
    }

    @Test
    void anEmptySecretPrintsAsNothingBecauseThatIsWorthKnowing() {
        assertThat(WriterConfig.of("sync_password=\n").toString()).isEqualTo("sync_password=\n");
    }

    @TestFactory
    Stream<DynamicTest> everyKindOfSecretIsMaskedWhereverItIsPrinted() {
        return Stream.of(
                        "sync_password=%s",
                        "binlog_password = %s",
                        "sk=%s",
                        "oss.ak=%s",
                        "privateKey=%s",
                        "api_key=%s",
                        "sys_user_pw=%s",
                        "sysPassword=%s",
                        "drcServicePwd=%s",
                        "mysql2store.master.password=%s",
                        "sasl.jaas.config=org.x required username=\"u\" password=\"%s\";",
                        "accessKey=%s",
                        "access_key=%s",
                        "secretKey=%s",
                        "token=%s",
                        "credential=%s",
                        "userpass=%s",
                        "config_url=jdbc:mysql://h:2883?user=root&password=%s&socketTimeout=1",
                        "config_url=jdbc:mysql://h:2883/db?user=root&storePwd=%s",
                        "url=jdbc:mysql://root:%s@h:2883/db",
                        "url=jdbc:mysql://root:1/%s@h:2883/db",
                        "url=jdbc:oracle:thin:scott/%s@//h:1521/orcl",
                        "json={\"user\":\"u\",\"sync_password\":\"%s\"}",
                        "json=[{\"accessKey\" : \"%s\"}]",
                        "# password=%s",
                        "[password=%s]")
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    PlantedSecrets secrets = new PlantedSecrets();
                    String secret = secrets.plain();
                    String text = "[JDBCWriter]\n" + line.formatted(secret) + "\nnext=1\n";
                    WriterConfig config = WriterConfig.of(text);
                    secrets.assertNowhere(
                            config,
                            config.maskedText(),
                            config.section("JDBCWriter"),
                            config.section(""),
                            config.sections(),
                            config.keys().stream().map(config::get).toList(),
                            config.json("json"),
                            Json.masked(config),
                            Json.wire().writeValueAsString(config),
                            new JsonMapper().writeValueAsString(config));
                    assertThat(config.revealText()).isEqualTo(text);
                    assertThat(config.toString()).contains("***").endsWith("\nnext=1\n");
                }));
    }

    @Test
    void usernamesStayVisible() {
        String text = "binlog_username=drc\nconfig_url=jdbc:mysql://root:x@h:1?user=sys&password=y";

        assertThat(WriterConfig.of(text).toString())
                .isEqualTo("binlog_username=drc\nconfig_url=jdbc:mysql://root:***@h:1?user=sys&password=***");
    }

    @Test
    void aUserOfOceanBaseInAUrlIsNoPassword() {
        String text = "config_url=jdbc:oceanbase://10.10.10.2:2883/db?user=root@tenant#cluster&useUnicode=true";

        assertThat(WriterConfig.of(text).toString()).isEqualTo(text);
    }

    @Test
    void textsWithTheSameTextAreEqual() {
        assertThat(WriterConfig.of("a=1"))
                .isEqualTo(WriterConfig.of("a=1"))
                .hasSameHashCodeAs(WriterConfig.of("a=1"))
                .isNotEqualTo(WriterConfig.of("a=1 "));
    }

    @Property
    void noTextMakesItFailAndTheTextIsKept(@ForAll String text) {
        WriterConfig config = WriterConfig.of(text);

        assertThat(config.revealText()).isEqualTo(text);
        config.keys().forEach(key -> assertThat(config.get(key)).isPresent());
    }

    @Property
    void aTextWithoutSecretsIsPrintedAsItIs(@ForAll("harmless") String text) {
        assertThat(WriterConfig.of(text).toString()).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> harmless() {
        Arbitrary<String> key =
                Arbitraries.strings().withChars("abcde.").ofMinLength(1).ofMaxLength(8);
        Arbitrary<String> value =
                Arbitraries.strings().withChars("abc =&+{}[]\"012 ").ofMaxLength(20);
        return Combinators.combine(key, value)
                .as((k, v) -> k + "=" + v)
                .list()
                .ofMaxSize(8)
                .map(lines -> String.join("\n", lines));
    }

    @Property
    void whatIsWrittenIsFoundAgain(@ForAll("keys") String key, @ForAll("values") String value) {
        WriterConfig config = WriterConfig.of("[S]\nother=1\n" + key + "=" + value + "\nlast=2\n");

        assertThat(config.revealValue(key)).contains(value.strip());
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings().withChars("xyzXYZ._-").ofMinLength(1).ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().ascii().excludeChars('\n', '\r').ofMaxLength(40);
    }
}
