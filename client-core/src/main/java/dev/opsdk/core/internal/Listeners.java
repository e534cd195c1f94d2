package dev.opsdk.core.internal;

import dev.opsdk.core.call.ExchangeListener;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one listener of many, and keeps a broken one from breaking a call. */
public final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private Listeners() {}

    /**
     * Joins listeners.
     *
     * @param listeners called in this order
     * @return one listener
     */
    public static ExchangeListener all(List<ExchangeListener> listeners) {
        List<ExchangeListener> each = List.copyOf(listeners);
        return exchange -> {
            for (ExchangeListener listener : each) {
                try {
                    listener.onExchange(exchange);
                } catch (RuntimeException e) {
                    LOG.warn("an ExchangeListener failed; the call is not affected", e);
                }
            }
        };
    }
}
