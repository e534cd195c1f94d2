package dev.opsdk.core.testkit;

import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Tls;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Real certificates, good and bad ones, and the {@link Tls} that goes with them. */
public final class Certificates {
    /** Signs for servers and callers. */
    public static final HeldCertificate AUTHORITY = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("our authority")
            .build();

    /** Nobody trusts it. */
    public static final HeldCertificate STRANGER = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("another authority")
            .build();

    /** For a server on the loopback interface. */
    public static final HeldCertificate SERVER = new HeldCertificate.Builder()
            .signedBy(AUTHORITY)
            .addSubjectAlternativeName("127.0.0.1")
            .build();

    /** For a server elsewhere. */
    public static final HeldCertificate OTHER_HOST = new HeldCertificate.Builder()
            .signedBy(AUTHORITY)
            .addSubjectAlternativeName("other.example")
            .build();

    /** For our server, until yesterday. */
    public static final HeldCertificate EXPIRED = lasting(-2, -1);

    /** For our server, from tomorrow on. */
    public static final HeldCertificate NOT_YET = lasting(1, 2);

    /** For a caller. */
    public static final HeldCertificate CALLER =
            new HeldCertificate.Builder().signedBy(AUTHORITY).commonName("us").build();

    /** For a caller, of an authority that the server does not trust. */
    public static final HeldCertificate STRANGE_CALLER =
            new HeldCertificate.Builder().signedBy(STRANGER).commonName("us").build();

    private static final Secret PASSWORD = Secret.of("store-password");

    private Certificates() {}

    private static HeldCertificate lasting(int fromDay, int toDay) {
        Instant now = Instant.now();
        return new HeldCertificate.Builder()
                .signedBy(AUTHORITY)
                .addSubjectAlternativeName("127.0.0.1")
                .validityInterval(
                        now.plus(Duration.ofDays(fromDay)).toEpochMilli(),
                        now.plus(Duration.ofDays(toDay)).toEpochMilli())
                .build();
    }

    /** Trusts an authority and shows nothing. */
    public static Tls trusting(HeldCertificate authority) {
        return Tls.trusting(store(authority));
    }

    /** Trusts our authority and shows a caller's certificate. */
    public static Tls mutual(HeldCertificate caller) {
        try {
            KeyStore store = empty();
            store.setKeyEntry(
                    "us", caller.keyPair().getPrivate(), PASSWORD.reveal().toCharArray(), new Certificate[] {
                        caller.certificate()
                    });
            return Tls.mutual(store(AUTHORITY), store, PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a server with a certificate needs; it trusts callers of our authority. */
    static SSLContext serving(HeldCertificate certificate) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate, AUTHORITY.certificate())
                .addTrustedCertificate(AUTHORITY.certificate())
                .build()
                .sslContext();
    }

    private static KeyStore store(HeldCertificate authority) {
        try {
            KeyStore store = empty();
            store.setCertificateEntry("authority", authority.certificate());
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
