package dev.opsdk.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormLineTest {
    private static RequestLine form(String body) {
        return new RequestLine(
                "POST",
                "http://10.0.0.7:8088/applier/update",
                Optional.of("application/x-www-form-urlencoded"),
                Optional.of(body),
                "");
    }

    @Test
    void curlEncodesTheValuesOfAFormByItself() {
        assertThat(form("applierName=a%3Ab&JDBCWriter.tz=%2B08%3A00&JDBCWriter.ddl=x+%26+y&filters=")
                        .curl())
                .isEqualTo("curl -sS -X POST --data-urlencode 'applierName=a:b' --data-urlencode 'JDBCWriter.tz=+08:00'"
                        + " --data-urlencode 'JDBCWriter.ddl=x & y' --data-urlencode 'filters='"
                        + " http://10.0.0.7:8088/applier/update");
    }

    @Test
    void aFormReadsWithoutItsEncoding() {
        assertThat(form("applierName=a%3Ab&JDBCWriter.tz=%2B08%3A00"))
                .hasToString("POST http://10.0.0.7:8088/applier/update applierName=a:b & JDBCWriter.tz=+08:00");
    }

    @Test
    void aFormThatIsNotEncodedIsShownAsItIs() {
        assertThat(form("a=%zz").curl()).contains("--data-urlencode 'a=%zz'");
        assertThat(form("a=%zz")).hasToString("POST http://10.0.0.7:8088/applier/update a=%zz");
    }
}
