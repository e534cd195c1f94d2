package dev.opsdk.core.internal;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import org.jspecify.annotations.Nullable;

/** Knows whether an attempt is in its TLS handshake, and whether any handshake ever ended well. */
final class HandshakeWatch extends EventListener {
    private volatile boolean succeededOnce;

    @Override
    public void secureConnectStart(Call call) {
        Attempt attempt = call.request().tag(Attempt.class);
        if (attempt != null) {
            attempt.shakingHands(true);
        }
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        succeededOnce = true;
        Attempt attempt = call.request().tag(Attempt.class);
        if (attempt != null) {
            attempt.shakingHands(false);
        }
    }

    /** Whether TLS has worked before: then silence is a server's weakness, and not a mistake in a URL. */
    boolean succeededOnce() {
        return succeededOnce;
    }
}
