package dev.opsdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseUrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.7:9190, http, 10.0.0.7, 9190",
        "http://10.0.0.7:9190/, http, 10.0.0.7, 9190",
        "HTTP://host, http, host, 80",
        "HTTPS://HOST, https, HOST, 443",
        "https://a-b.example.org:1, https, a-b.example.org, 1",
        "http://h:65535, http, h, 65535",
        "'  http://h:1  ', http, h, 1",
        "http://[::1]:8080, http, ::1, 8080",
        "https://[2001:db8::1], https, 2001:db8::1, 443",
    })
    void whatAPersonWritesIsRead(String text, String scheme, String host, int port) {
        BaseUrl url = BaseUrl.parse(text);
        assertThat(url).isEqualTo(new BaseUrl(scheme, host, port));
        assertThat(BaseUrl.parse(url.toString())).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| null",
                "'' | blank",
                "'  ' | blank",
                "localhost:9190 | no http://",
                "10.0.0.7 | no http://",
                "10.0.0.7:9190 | '10.0.0.7:9190' is not one; write it as http://host:port",
                "//host:80 | no http://",
                "ftp://host:80 | no http://",
                "http:host | no valid host",
                "http:// | is not one",
                "http://:80 | no valid host",
                "http://h h:80 | is not one",
                "http://h:80/api | the path '/api'",
                "http://h:80?x=1 | query or fragment",
                "http://h:80/?x=1 | query or fragment",
                "http://h:80#x | query or fragment",
                "http://h:0 | port 0",
                "http://h:65536 | port 65536",
                "http://h:abc | no valid host and port",
                "http://h:99999999999 | no valid host and port",
                "http://h:-1 | no valid host and port",
                "http://[::1:80 | is not one",
            })
    void whatIsNoBaseUrlIsRefusedWithTheReason(String text, String reason) {
        assertThatThrownBy(() -> BaseUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "http://admin:zq7pass@host:80",
        "http://admin:zq7pa:ss@host:80",
        "http://admin:zq7@pass@host:80",
        "http://admin:zq7/pass@host:80",
        "http://admin:zq7?pass@host:80",
        "http://admin:zq7#pass@host:80",
        "http://admin:zq7 pass@host:80",
        "http://zq7pass@host",
        "admin:zq7pass@host:80",
        "zq7pass@host",
        "ftp://admin:zq7pass@host",
        "http://host/?token=zq7pass",
        "host?key=zq7pass",
    })
    void aCredentialIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> BaseUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("zq7")
                .hasMessageNotContaining("pass@");
    }

    @Property
    void anyTextIsABaseUrlOrAnIllegalArgument(@ForAll String text) {
        onlyIllegalArgument(text);
        onlyIllegalArgument("http://" + text);
        onlyIllegalArgument("https://h:" + text);
    }

    private static void onlyIllegalArgument(String text) {
        try {
            BaseUrl url = BaseUrl.parse(text);
            assertThat(BaseUrl.parse(url.toString())).isEqualTo(url);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).contains("base URL");
        }
    }

    @Test
    void whatIsTooLongForABaseUrlIsRefusedInAShortMessage() {
        String host = "h".repeat(100_000);
        for (String text : List.of(host, "http://" + host, "http://h:1/" + host, "http://" + host + ":x", "h" + host)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BaseUrl.parse(text))
                    .withMessageContaining("the base URL has 1000")
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
        }
        String longest = "http://" + "h".repeat(253) + ":65535";
        assertThat(BaseUrl.parse(longest)).hasToString(longest);
    }
}
