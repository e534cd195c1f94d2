package dev.opsdk.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;

class IoReasonsTest {
    private static IOException ended(String buffered) {
        return new IOException(
                "unexpected end of stream on http://h:1/...", new EOFException("\\n not found: " + buffered));
    }

    @Test
    void everyFailureIsSaidInItsOwnWords() {
        Map<IOException, String> reasons = Map.ofEntries(
                Map.entry(new UnknownHostException("h"), "the host name is unknown"),
                Map.entry(new ConnectException("no"), "connection refused"),
                Map.entry(new NoRouteToHostException("no"), "no route to the host"),
                Map.entry(new SSLPeerUnverifiedException("no"), "the server's certificate is for another host"),
                Map.entry(new SSLHandshakeException("bad"), "TLS failed: bad"),
                Map.entry(
                        new SSLHandshakeException("Unsupported or unrecognized SSL message"),
                        "TLS failed: Unsupported or unrecognized SSL message; does the server speak plain http?"),
                Map.entry(new SocketTimeoutException("timeout"), "timed out after 3 s"),
                Map.entry(new ProtocolException("odd"), "the answer is not HTTP, or was cut off"),
                Map.entry(new SocketException("reset"), "the connection was lost"),
                Map.entry(ended("limit=0 content="), "the connection was closed without an answer"),
                Map.entry(ended("limit=12 content=485454"), "the connection was closed before the answer was complete"),
                Map.entry(new EOFException(), "the connection was closed before the answer was complete"),
                Map.entry(new IOException("odd"), "the exchange failed (IOException)"));
        reasons.forEach(
                (e, reason) -> assertThat(IoReasons.describe(e, "after 3 s")).isEqualTo(reason));
    }

    @Test
    void onlyAnEndWithoutAByteIsAHangup() {
        assertThat(IoReasons.hungUp(ended("limit=0 content="))).isTrue();
        assertThat(IoReasons.hungUp(ended("limit=12 content=485454"))).isFalse();
        assertThat(IoReasons.hungUp(new IOException("limit=0 "))).isFalse();
    }

    @Test
    void whatQuotesNoAnswerIsPassedOnAsItIs() {
        for (IOException e : new IOException[] {
            new ConnectException("no"),
            new UnknownHostException("h"),
            new SSLHandshakeException("bad"),
            new InterruptedIOException("timeout"),
            new SocketException("reset")
        }) {
            assertThat(IoReasons.printable(e)).isSameAs(e);
        }
    }

    @Test
    void whatMayQuoteAnAnswerLosesItsWordsAndKeepsItsPlace() {
        SocketException wrapping = new SocketException("reset");
        wrapping.initCause(new IOException("secret"));
        for (IOException e : new IOException[] {new ProtocolException("secret"), ended("limit=6 secret"), wrapping}) {
            IOException printable = IoReasons.printable(e);
            assertThat(printable).hasMessage(e.getClass().getSimpleName()).hasNoCause();
            assertThat(printable.getStackTrace()).isEqualTo(e.getStackTrace());
        }
    }

    @Test
    void aTimeoutIsNoInterrupt() {
        assertThat(IoReasons.interrupted(new InterruptedIOException("interrupted")))
                .isTrue();
        assertThat(IoReasons.interrupted(new SocketTimeoutException("timeout"))).isFalse();
        assertThat(IoReasons.interrupted(new IOException("interrupted"))).isFalse();
    }
}
