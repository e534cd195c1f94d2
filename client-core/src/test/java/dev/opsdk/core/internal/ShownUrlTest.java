package dev.opsdk.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call is named by where it goes, always with its port, and never by what may hold a secret. */
class ShownUrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://host:9190/get_lag, http://host:9190/get_lag",
        "http://host:9190/, http://host:9190/",
        "http://host/version, http://host:80/version",
        "https://host/version, https://host:443/version",
        "http://host:443/version, http://host:443/version",
        "http://[fd00::7]:8088/a, http://[fd00::7]:8088/a",
        "http://[fd00::7]/a, http://[fd00::7]:80/a",
        "http://host:8088/a?token=s3cret, http://host:8088/a",
        "http://host/a?token=s3cret, http://host:80/a",
        "http://root:s3cret@host:8088/a, http://host:8088/a",
        "http://root:s3cret@host/a?b=c, http://host:80/a",
        "http://root@[fd00::7]:8088/a?b=c, http://[fd00::7]:8088/a",
        "http://host:8088/a#s3cret, http://host:8088/a",
        "http://host:8088/a%20b/c%3Fd?e=f?g, http://host:8088/a%20b/c%3Fd",
        "http://host:8088/a@b?mail=c@d, http://host:8088/a@b",
    })
    void hasItsPortAndNeitherUserNorQueryNorFragment(String url, String shown) {
        assertThat(Replies.context().site("GET", HttpUrl.get(url)).url()).isEqualTo(shown);
    }
}
