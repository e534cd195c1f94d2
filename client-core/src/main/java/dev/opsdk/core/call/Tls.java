package dev.opsdk.core.call;

import dev.opsdk.core.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whom to trust and, for mutual TLS, who we are. Host names are always verified, and nothing older than TLS 1.2 is spoken.
 *
 * <p>Key stores are read once: a certificate that was renewed needs another {@code Tls} and another client, which is quickly built. Who
 * cannot do that brings a socket factory and a trust manager that look again by themselves.
 *
 * @param socketFactory makes the connections
 * @param trustManager decides whom to trust
 */
public record Tls(SSLSocketFactory socketFactory, X509TrustManager trustManager) {

    /**
     * Trusts the authorities in a key store.
     *
     * @param trusted the authorities
     * @return TLS without a client certificate
     */
    public static Tls trusting(KeyStore trusted) {
        return build(trusted, new KeyManager[0]);
    }

    /**
     * Trusts the authorities in one key store and shows the certificate in another.
     *
     * @param trusted the authorities
     * @param identity our certificate and key
     * @param keyPassword opens the key
     * @return mutual TLS
     */
    public static Tls mutual(KeyStore trusted, KeyStore identity, Secret keyPassword) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(identity, keyPassword.reveal().toCharArray());
            return build(trusted, keys.getKeyManagers());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the identity cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a PKCS#12 or JKS file.
     *
     * @param file the file
     * @param password opens it
     * @return the key store
     * @throws IllegalArgumentException if it cannot be read or opened
     */
    public static KeyStore keyStore(Path file, Secret password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(in, password.reveal().toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("the key store " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static Tls build(KeyStore trusted, KeyManager[] keys) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            X509TrustManager trust = Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new X509TrustManager[] {trust}, null);
            return new Tls(context.getSocketFactory(), trust);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key store cannot be used for TLS: " + e.getMessage(), e);
        }
    }
}
