package dev.opsdk.core.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/**
 * Everything that is logged between its start and its end, at every level: SLF4J's root logger, and {@code java.util.logging}, where
 * OkHttp logs. Levels stay lowered afterwards, so that tests which run at the same time do not take them from each other.
 */
public final class CapturedLogs implements AutoCloseable {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final java.util.logging.Logger julRoot = java.util.logging.Logger.getLogger("");
    private final AppenderBase<ILoggingEvent> appender = new Lines();
    private final Handler handler = new JulLines();

    private CapturedLogs() {
        root.setLevel(Level.TRACE);
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        julRoot.setLevel(java.util.logging.Level.ALL);
        for (Handler printing : julRoot.getHandlers()) {
            if (!(printing instanceof JulLines)) {
                printing.setLevel(java.util.logging.Level.WARNING);
            }
        }
        julRoot.addHandler(handler);
    }

    /** Starts listening. */
    public static CapturedLogs start() {
        return new CapturedLogs();
    }

    /** What was logged, each with level, logger, message and stack trace. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** What was logged, as one text. */
    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        julRoot.removeHandler(handler);
    }

    private final class Lines extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    }

    private final class JulLines extends Handler {
        @Override
        public void publish(LogRecord event) {
            lines.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getMessage()
                    + (event.getThrown() == null ? "" : "\n" + PlantedSecrets.everythingSaidBy(event.getThrown())));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
