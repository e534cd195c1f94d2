package dev.opsdk.core.call;

/** Sees every attempt after it ended: the place for logging and metrics. Must be thread-safe and quick. */
@FunctionalInterface
public interface ExchangeListener {
    /**
     * Called on the calling thread. What it throws is logged and changes nothing.
     *
     * @param exchange the attempt
     */
    void onExchange(Exchange exchange);
}
