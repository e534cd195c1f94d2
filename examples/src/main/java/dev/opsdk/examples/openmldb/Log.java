package dev.opsdk.examples.openmldb;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Lets the log of all requests be seen for a while. */
final class Log {
    private final Logger logger;
    private final @Nullable Level before;

    private Log(Logger logger) {
        this.logger = logger;
        this.before = logger.getLevel();
    }

    static Log of(boolean verbose) {
        Log log = new Log((Logger) LoggerFactory.getLogger("dev.opsdk"));
        if (verbose) {
            log.logger.setLevel(Level.DEBUG);
        }
        return log;
    }

    void asBefore() {
        logger.setLevel(before);
    }
}
