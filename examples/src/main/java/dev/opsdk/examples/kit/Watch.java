package dev.opsdk.examples.kit;

import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.OpsException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Looks again and again, and prints what changed; that time has passed is no change. */
final class Watch {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** Where something says when it was looked at. */
    private static final Pattern SEEN =
            Pattern.compile("(?<=seen )\\S+|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z(?=\\s*\\|\\R|\\s*\\|$)");

    private final Supplier<TimeSource> time;
    private final ZoneId zone;
    private final PrintStream out;

    Watch(Supplier<TimeSource> time, ZoneId zone, PrintStream out) {
        this.time = time;
        this.zone = zone;
        this.out = out;
    }

    void watch(Supplier<?> look, Duration every, Duration limit) {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("watching every " + every + " leaves no time; take a second");
        }
        String before = "";
        long start = 0;
        for (long looks = 0; ; looks++) {
            String now = text(look);
            TimeSource source = time.get(); // known once the look has used a client
            if (looks == 0) {
                start = source.nanos();
            }
            String timeless = SEEN.matcher(now).replaceAll("");
            if (!timeless.equals(before)) {
                print(source.now(), now);
                before = timeless;
            }
            if (Duration.ofNanos(source.nanos() - start).plus(every).compareTo(limit) > 0) {
                return;
            }
            try {
                source.sleep(every);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** One that fails is a thing to see, not the end. */
    private static String text(Supplier<?> look) {
        try {
            Object seen = look.get();
            return seen instanceof String text ? text : Kit.text(seen);
        } catch (CancelledException e) {
            throw e;
        } catch (OpsException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void print(Instant at, String text) {
        String clock = CLOCK.format(at.atZone(zone));
        out.println(text.contains("\n") ? clock + "\n" + text : clock + "  " + text);
    }
}
