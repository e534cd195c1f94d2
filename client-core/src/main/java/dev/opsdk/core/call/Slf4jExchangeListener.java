package dev.opsdk.core.call;

import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.RejectedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs every attempt to the logger {@code dev.opsdk.exchange}: an unknown outcome at WARN, mutations and failures at INFO, reads that
 * were answered or refused at DEBUG. It sees no body, so it can log none.
 */
public final class Slf4jExchangeListener implements ExchangeListener {
    private static final Logger LOG = LoggerFactory.getLogger("dev.opsdk.exchange");

    @Override
    public void onExchange(Exchange exchange) {
        boolean read = exchange.site().effect() == Effect.READ;
        long millis = exchange.duration().toMillis();
        if (exchange.failure().isEmpty()) {
            Level level = read ? Level.DEBUG : Level.INFO;
            if (LOG.isEnabledForLevel(level)) {
                LOG.atLevel(level)
                        .log(
                                "{} -> {} in {} ms (attempt {})",
                                exchange.site(),
                                exchange.status().orElse(0),
                                millis,
                                exchange.attempt());
            }
            return;
        }
        OpsException failure = exchange.failure().get();
        Level level = failure.outcome() == Outcome.UNKNOWN
                ? Level.WARN
                : read && failure instanceof RejectedException ? Level.DEBUG : Level.INFO;
        LOG.atLevel(level).log("{} ({} ms, attempt {})", failure.getMessage(), millis, exchange.attempt());
    }
}
