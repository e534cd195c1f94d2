package dev.opsdk.bizconnector.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.error.CancelledException;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which failures are told in whose words, and which are this code's own. */
class TroubleTest {
    @Test
    void onlyMessagesThatAreSafeAreRepeated() {
        assertThat(Trouble.words(new CancelledException("the run was cancelled")))
                .isEqualTo("cancelled: the run was cancelled");
        assertThat(Trouble.words(new IOException("no log at x"))).isEqualTo("IOException: no log at x");
        assertThat(Trouble.words(new IOException())).isEqualTo("IOException");
        assertThat(Trouble.words(new HttpTimeoutException("request timed out"))).isEqualTo("no answer in time");
        assertThat(Trouble.words(new IllegalStateException("quotes a secret"))).isEqualTo("IllegalStateException");
    }

    @Test
    void whatTheWorldDoesIsNoSurprise() {
        for (Throwable ordinary : List.of(
                new CancelledException("x"),
                new IOException("x"),
                new InterruptedException("x"),
                new Readings.NotAdmitted())) {
            assertThat(Trouble.surprising(ordinary)).as("%s", ordinary).isFalse();
        }
        assertThat(Trouble.surprising(new IllegalStateException("x"))).isTrue();
    }
}
