package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.assess.TlsAssessment;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Shakes hands to see a certificate, also one that is not trusted, and says nothing more. */
final class TlsProbe {
    private final Duration timeout;
    private final X509ExtendedTrustManager trust;

    TlsProbe(Duration timeout) {
        this(timeout, trusted());
    }

    TlsProbe(Duration timeout, X509ExtendedTrustManager trust) {
        this.timeout = timeout;
        this.trust = trust;
    }

    TlsAssessment.Shown look(String host, int port) throws IOException {
        Watching watching = new Watching(trust);
        try (Socket plain = new Socket()) {
            int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, timeout.toMillis()));
            plain.connect(new InetSocketAddress(host, port), millis);
            plain.setSoTimeout(millis);
            try (SSLSocket socket =
                    (SSLSocket) context(watching).getSocketFactory().createSocket(plain, host, port, true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
            }
        } catch (IOException e) {
            if (watching.seen == null) {
                throw e;
            }
            // the certificate is what was wanted; whether the handshake ended well is another matter (client
            // certificates)
        }
        X509Certificate seen = watching.seen;
        if (seen == null) {
            throw new IOException("no certificate was shown");
        }
        return new TlsAssessment.Shown(
                host + ":" + port,
                seen.getSubjectX500Principal().getName(),
                seen.getNotBefore().toInstant(),
                seen.getNotAfter().toInstant(),
                Optional.ofNullable(watching.distrust));
    }

    private static SSLContext context(Watching watching) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {watching}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    private static X509ExtendedTrustManager trusted() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return (X509ExtendedTrustManager) Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("this JDK has no trust manager for X.509"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no trust store", e);
        }
    }

    /** Remembers what was shown and why it would be refused, and refuses nothing: nothing is sent over such a connection. */
    private static final class Watching extends X509ExtendedTrustManager {
        private final X509ExtendedTrustManager judge;
        private @Nullable X509Certificate seen;
        private @Nullable String distrust;

        Watching(X509ExtendedTrustManager judge) {
            this.judge = judge;
        }

        private interface Judging {
            void judge() throws CertificateException;
        }

        private void watch(X509Certificate[] chain, Judging judging) {
            seen = chain[0];
            try {
                judging.judge();
            } catch (CertificateException e) {
                distrust = String.valueOf(e.getMessage());
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
            watch(chain, () -> judge.checkServerTrusted(chain, authType, socket));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            watch(chain, () -> judge.checkServerTrusted(chain, authType, engine));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            watch(chain, () -> judge.checkServerTrusted(chain, authType));
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            judge.checkClientTrusted(chain, authType, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            judge.checkClientTrusted(chain, authType, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            judge.checkClientTrusted(chain, authType);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return judge.getAcceptedIssuers();
        }
    }
}
