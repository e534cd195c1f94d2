package dev.opsdk.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"password\":\"s3cret\",\"user\":\"u\"} | {\"password\":\"***\",\"user\":\"u\"}",
                "{\"Password\" : \"s3cret\"} | {\"Password\" : \"***\"}",
                "{\"jdbc.passwd\":\"a b,c\"} | {\"jdbc.passwd\":\"***\"}",
                "{\"password\":\"quo\\\"ted\",\"x\":1} | {\"password\":\"***\",\"x\":1}",
                "{\"password\":\"ends in \\\\\",\"x\":\"y\"} | {\"password\":\"***\",\"x\":\"y\"}",
                "{\"password\":\"cut of | {\"password\":\"***",
                "{\\\"password\\\":\\\"s3cret\\\",\\\"x\\\":1} | {\\\"password\\\":\\\"***\\\",\\\"x\\\":1}",
                "{\"accessKeySecret\":\"s3cret\"} | {\"accessKeySecret\":\"***\"}",
                "password=s3cret user=u | password=*** user=u",
                "password: s3cret; next | password: ***; next",
                "DB_PASSWORD=s3cret | DB_PASSWORD=***",
                "mysql.pwd = s3cret) | mysql.pwd = ***)",
                "/api?token=s3cret&x=1 | /api?token=***&x=1",
                "api-key=s3cret | api-key=***",
                "see http://user:s3cret@host:80/x | see http://user:***@host:80/x",
                "see http://user:s3c@ret@host:80/x | see http://user:***@host:80/x",
                "jdbc:mysql://root:s3cret@10.0.0.1:3306/db | jdbc:mysql://root:***@10.0.0.1:3306/db",
                "root:s3cret@tcp(10.0.0.1:3306)/db | root:***@tcp(10.0.0.1:3306)/db",
                "root:s3c@ret@tcp(10.0.0.1:3306)/db | root:***@tcp(10.0.0.1:3306)/db",
                "root:s3cret@unix(/tmp/s) | root:***@unix(/tmp/s)",
                "got Bearer abc.def-ghi_jkl= | got Bearer ***",
                "a $1 \\ password=x$2\\ b | a $1 \\ password=*** b",
            })
    void whatLooksLikeASecretIsMasked(String text, String masked) {
        assertThat(Redaction.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password is empty",
                "the password of 'orders' is wrong",
                "{\"password\":\"\",\"x\":\"y\"}",
                "token expired at 12:30",
                "http://10.0.0.7:9190/pause",
                "mail to admin@example.org:25",
                "{\"url\":\"http://h:80/x\",\"mail\":\"a@b\"}",
                "job orders not exist",
                "basic auth failed",
                "host:3306",
                "",
            })
    void whatIsNoSecretStays(String text) {
        assertThat(Redaction.mask(text)).isEqualTo(text);
    }

    @Test
    void anAuthorizationHeaderIsMaskedWhole() {
        assertThat(Redaction.mask("Authorization: Basic dXNlcjpwYXNz and Authorization: Bearer abcdefgh"))
                .doesNotContain("dXNlcjpwYXNz")
                .doesNotContain("abcdefgh");
    }

    @Test
    void jsonInJsonInJsonIsMasked() throws JsonProcessingException {
        String text = "{\"password\":\"a\\\"b\\\\c\",\"user\":\"u\"}";
        for (int depth = 0; depth < 3; depth++) {
            text = JSON.writeValueAsString(Map.of("config", text));
            String masked = Redaction.mask(text);
            assertThat(masked).doesNotContain("\"b").doesNotContain("c\\").contains("user");
            JSON.readTree(masked);
        }
    }

    @Test
    void aKnownSecretIsMaskedInEveryFormItMayTake() throws JsonProcessingException {
        String value = "p\"a\\s s+w%ö/rd";
        String json = JSON.writeValueAsString(value);
        String text = value + " " + URLEncoder.encode(value, StandardCharsets.UTF_8) + " "
                + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20") + " " + json + " "
                + JSON.writeValueAsString(json);
        assertThat(Redaction.mask(text, List.of(Secret.of(value)))).isEqualTo("*** *** *** \"***\" \"\\\"***\\\"\"");
    }

    @Test
    void ofTwoKnownSecretsTheLongerIsMaskedFirst() {
        assertThat(Redaction.mask("it is abcdef", List.of(Secret.of("abc"), Secret.of("abcdef"))))
                .isEqualTo("it is ***");
    }

    @Test
    void emptyAndBlankSecretsMaskNothing() {
        assertThat(Redaction.mask("a b", List.of(Secret.of(""), Secret.of(" "))))
                .isEqualTo("a b");
    }

    @Test
    void aLongTextIsNoBurden() {
        String[] pieces = {
            "a", "\\", "\"", "a.", "password", "password\":\"", "\\\"password\\\":\\\"", "://a:", "a:", "a@"
        };
        for (String piece : pieces) {
            String text = "\"password\":\"" + piece.repeat(100_000 / piece.length());
            Redaction.mask(text);
            Redaction.mask(piece.repeat(100_000 / piece.length()));
        }
    }

    @Property
    void maskingNeverThrowsAndMaskingAgainChangesNothing(@ForAll @StringLength(max = 200) String text) {
        String once = Redaction.mask(text);
        assertThat(Redaction.mask(once)).isEqualTo(once);
    }

    @Property
    void aPasswordInJsonNeverSurvives(@ForAll @StringLength(min = 3, max = 40) String noise)
            throws JsonProcessingException {
        String password = "Zq7" + noise + "W9x";
        String text = JSON.writeValueAsString(Map.of("password", password));
        assertThat(JSON.readTree(Redaction.mask(text)).get("password").asText()).isEqualTo(Secret.MASK);
        String nested = JSON.writeValueAsString(Map.of("config", text));
        assertThat(JSON.readTree(JSON.readTree(Redaction.mask(nested))
                                .get("config")
                                .asText())
                        .get("password")
                        .asText())
                .isEqualTo(Secret.MASK);
    }
}
