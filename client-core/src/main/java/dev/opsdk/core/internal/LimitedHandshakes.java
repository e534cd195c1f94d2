package dev.opsdk.core.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/**
 * Limits the TLS handshake as connecting is limited. OkHttp limits it by the read timeout, which is off here, and resets the socket's
 * timeout when the handshake is over.
 */
final class LimitedHandshakes extends SSLSocketFactory {
    private final SSLSocketFactory like;
    private final int millis;

    LimitedHandshakes(SSLSocketFactory like, Duration limit) {
        this.like = like;
        this.millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, limit.toMillis()));
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        connected.setSoTimeout(millis);
        return like.createSocket(connected, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return like.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return like.createSocket(host, port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return like.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return like.createSocket(host, port, from, fromPort);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return like.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return like.getSupportedCipherSuites();
    }
}
