package dev.opsdk.examples.live;

import dev.opsdk.core.Redaction;
import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.call.Exchange;
import dev.opsdk.core.call.ExchangeListener;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.UnreachableException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scenario asked, found and changed, as it happens on a stream and afterwards as Markdown. Everything passes one mask, so that
 * no password gets out whoever says it. Thread-safe: checks ask beside each other.
 */
final class Transcript implements ExchangeListener {
    /** Of the same operation; a cluster has thousands of partitions, and nobody reads that many lines on a screen. */
    private static final int SHOWN = 8;

    /** Of one answer; the file has all of it. */
    private static final int LINES = 40;

    private final PrintStream out;
    private final List<Secret> secrets;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final List<String> owed = new ArrayList<>();
    private final List<String> skips = new ArrayList<>();
    private int reads;
    private int mutations;
    private int refused;

    Transcript(PrintStream out, List<Secret> secrets) {
        this.out = out;
        this.secrets = List.copyOf(secrets);
    }

    void title(String text) {
        write("# " + text, true);
    }

    void says(String text) {
        write("", true);
        write(text, true);
    }

    synchronized void heading(String text) {
        asked.clear();
        write("", true);
        write("## " + text, true);
        write("", true);
    }

    @Override
    public synchronized void onExchange(Exchange exchange) {
        boolean mutation = exchange.site().effect() == Effect.MUTATION;
        boolean sent = exchange.failure()
                .filter(UnreachableException.class::isInstance)
                .isEmpty();
        if (!sent) {
            refused++;
        } else if (mutation) {
            mutations++;
        } else {
            reads++;
        }
        int times = asked.merge(exchange.site().operation(), 1, Integer::sum);
        boolean shown = mutation || times <= SHOWN || exchange.failure().isPresent();
        entry((mutation ? "CHANGE  " : "read    ") + line(exchange), shown);
        if (!shown && times == SHOWN + 1) {
            screenOnly("    ...     more of " + exchange.site().operation() + " are in the file only");
        }
    }

    private static String line(Exchange exchange) {
        String target =
                exchange.site().target().isEmpty() ? "" : " '" + exchange.site().target() + "'";
        String answer = exchange.status().isPresent()
                ? Integer.toString(exchange.status().getAsInt())
                : "no answer";
        return exchange.site().operation() + target + "  " + exchange.site().method() + " "
                + exchange.site().url() + " -> " + answer
                + exchange.failure()
                        .map(e -> " " + e.getClass().getSimpleName())
                        .orElse("")
                + " (" + exchange.duration().toMillis() + " ms"
                + (exchange.attempt() > 1 ? ", attempt " + exchange.attempt() : "") + ")";
    }

    void found(Object what) {
        List<String> all = String.valueOf(what).lines().toList();
        for (int i = 0; i < all.size(); i++) {
            entry((i == 0 ? "found   " : "        ") + all.get(i), i < LINES);
        }
        if (all.size() > LINES) {
            screenOnly("            ... " + (all.size() - LINES) + " more lines are in the file only");
        }
    }

    synchronized void skipped(String what, String why) {
        skips.add(what + ": " + why);
        entry("SKIPPED " + what + ": " + why, true);
    }

    /** Said before anything is sent. */
    void changing(String what) {
        entry("WILL    " + what, true);
    }

    synchronized void changed(String what) {
        changes.add(what);
        entry("CHANGED " + what, true);
    }

    void putBack(String what) {
        entry("BACK    " + what, true);
    }

    /** As loud as text can be: somebody has to do this by hand. */
    synchronized void notPutBack(String what, String byHand) {
        owed.add(what + "; " + byHand);
        entry("!!!!!!! NOT PUT BACK: " + what, true);
        entry("!!!!!!! by hand: " + byHand, true);
    }

    synchronized void failed(String what, Throwable why) {
        boolean said = why instanceof OpsException || why instanceof IllegalArgumentException;
        String reason = said ? String.valueOf(why.getMessage()) : why.toString();
        failures.add(what + ": " + mask(reason));
        entry("FAILED  " + what + ": " + reason, true);
    }

    synchronized void hint(String text) {
        entry("        " + text, true);
    }

    /** What it came to, and what is true now. */
    synchronized void sum() {
        write("", true);
        write("## Sum", true);
        write("", true);
        entry(
                count(reads, "read") + ", " + count(mutations, "mutation") + " sent"
                        + (refused == 0 ? "" : ", " + refused + " never left this machine")
                        + ", " + failures.size() + " failed, " + skips.size() + " skipped",
                true);
        if (mutations == 0) {
            entry("now     nothing was changed", true);
        }
        changes.forEach(change -> entry("now     " + change, true));
        skips.forEach(skip -> entry("skipped " + skip, true));
        failures.forEach(failure -> entry("failed  " + failure, true));
        owed.forEach(debt -> entry("!!!!!!! NOT PUT BACK: " + debt, true));
        write("", true);
    }

    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    synchronized List<String> owed() {
        return List.copyOf(owed);
    }

    synchronized List<String> skips() {
        return List.copyOf(skips);
    }

    synchronized int reads() {
        return reads;
    }

    synchronized int mutations() {
        return mutations;
    }

    synchronized String markdown() {
        return String.join("\n", lines) + "\n";
    }

    private synchronized void entry(String text, boolean shown) {
        text.lines().forEach(line -> write("    " + line, shown));
    }

    private synchronized void write(String text, boolean shown) {
        String masked = mask(text);
        lines.add(masked);
        if (shown) {
            out.println(masked);
        }
    }

    private synchronized void screenOnly(String text) {
        out.println(text);
    }

    private String mask(String text) {
        return Redaction.mask(text, secrets);
    }
}
