package dev.opsdk.core.internal;

import kotlin.jvm.functions.Function0;
import kotlin.reflect.KClass;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/** What Retrofit makes: a request that cannot be sent past the transport. */
record RequestOnly(Request request) implements Call {
    @Override
    public Response execute() {
        throw only();
    }

    @Override
    public void enqueue(Callback callback) {
        throw only();
    }

    @Override
    public void cancel() {
        throw only();
    }

    @Override
    public boolean isExecuted() {
        return false;
    }

    @Override
    public boolean isCanceled() {
        return false;
    }

    @Override
    public Timeout timeout() {
        return Timeout.NONE;
    }

    @Override
    public void addEventListener(EventListener listener) {
        throw only();
    }

    @Override
    public <T> @Nullable T tag(KClass<T> type) {
        return null;
    }

    @Override
    public <T> @Nullable T tag(Class<? extends T> type) {
        return null;
    }

    @Override
    public <T> T tag(KClass<T> type, Function0<? extends T> otherwise) {
        throw only();
    }

    @Override
    public <T> T tag(Class<T> type, Function0<? extends T> otherwise) {
        throw only();
    }

    @Override
    public Call clone() {
        return this;
    }

    private static UnsupportedOperationException only() {
        return new UnsupportedOperationException("only the request is taken");
    }
}
