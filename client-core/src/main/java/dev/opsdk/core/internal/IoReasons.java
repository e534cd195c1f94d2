package dev.opsdk.core.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;

/** Says in few words why an exchange failed, without a word of what was exchanged. */
final class IoReasons {
    /** How an answer begins that is a record of TLS with an alert in it. */
    private static final String TLS_ALERT = "line: \u0015\u0003";

    private IoReasons() {}

    static String describe(IOException e, String limit) {
        if (e instanceof UnknownHostException) {
            return "the host name is unknown";
        }
        if (e instanceof ConnectException) {
            return "connection refused";
        }
        if (e instanceof NoRouteToHostException) {
            return "no route to the host";
        }
        if (e instanceof SSLException tls) {
            return TlsReasons.describe(tls);
        }
        if (e instanceof InterruptedIOException) {
            return "timed out " + limit;
        }
        if (e instanceof ProtocolException) {
            return String.valueOf(e.getMessage()).contains(TLS_ALERT)
                    ? "the answer is TLS: this port wants https"
                    : "the answer is not HTTP, or was cut off";
        }
        if (e instanceof SocketException) {
            return "the connection was lost";
        }
        if (hungUp(e)) {
            return "the connection was closed without an answer";
        }
        if (e instanceof EOFException || String.valueOf(e.getMessage()).startsWith("unexpected end of stream")) {
            return "the connection was closed before the answer was complete";
        }
        return "the exchange failed (" + e.getClass().getSimpleName() + ")";
    }

    /** Whether not a byte of an answer came before the end: OkHttp looks for a line, and says in its cause how much there was. */
    static boolean hungUp(IOException e) {
        return e.getCause() instanceof EOFException nothing
                && String.valueOf(nothing.getMessage()).contains("limit=0 ");
    }

    /**
     * Exceptions about the protocol and about compression quote what the server sent, some of them in hexadecimal digits and in a cause
     * of theirs. Those about addresses, sockets and TLS do not.
     */
    static IOException printable(IOException e) {
        if (e instanceof ConnectException
                || e instanceof UnknownHostException
                || e instanceof SSLException
                || e instanceof InterruptedIOException
                || (e instanceof SocketException && e.getCause() == null)) {
            return e;
        }
        return nameless(e);
    }

    /** Type and place of an exception without its words. */
    static IOException nameless(Exception e) {
        IOException nameless = new IOException(e.getClass().getSimpleName());
        nameless.setStackTrace(e.getStackTrace());
        return nameless;
    }

    /** Whether a server that expects TLS says so in plain text, in the words of nginx, Go or Apache. */
    static boolean wantsTls(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 2_000), StandardCharsets.ISO_8859_1);
        return text.contains("HTTP request was sent to HTTPS port")
                || text.contains("HTTP request to an HTTPS server")
                || text.contains("plain HTTP to an SSL-enabled server port");
    }

    static boolean interrupted(IOException e) {
        return e instanceof InterruptedIOException && "interrupted".equals(e.getMessage());
    }
}
