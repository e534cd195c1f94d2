package dev.opsdk.core.call;

import dev.opsdk.core.error.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs every attempt to the logger {@code dev.opsdk.exchange}: successes at DEBUG, failures at INFO, an unknown outcome at WARN.
 * It sees no body, so it can log none.
 */
public final class Slf4jExchangeListener implements ExchangeListener {
    private static final Logger LOG = LoggerFactory.getLogger("dev.opsdk.exchange");

    @Override
    public void onExchange(Exchange exchange) {
        long millis = exchange.duration().toMillis();
        if (exchange.failure().isEmpty()) {
            LOG.debug(
                    "{} -> {} in {} ms (attempt {})",
                    exchange.site(),
                    exchange.status().orElse(0),
                    millis,
                    exchange.attempt());
            return;
        }
        var failure = exchange.failure().get();
        if (failure.outcome() == Outcome.UNKNOWN) {
            LOG.warn("{} ({} ms, attempt {})", failure.getMessage(), millis, exchange.attempt());
        } else {
            LOG.info("{} ({} ms, attempt {})", failure.getMessage(), millis, exchange.attempt());
        }
    }
}
