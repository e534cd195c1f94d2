package dev.opsdk.oms.model;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is in the message of CM-SCHEOR000002 and CM-SCHEOR000003: {@code Failed: {a, b}, Success: {c}} (OMS documentation). What stands
 * between the braces is not documented; it is cut at commas.
 *
 * @param failed those that failed
 * @param succeeded those that are done
 */
public record PartialOutcome(List<String> failed, List<String> succeeded) {
    private static final Pattern FAILED = Pattern.compile("Failed:\\s{0,9}[\\[{]([^\\]}]*)[\\]}]");
    private static final Pattern SUCCEEDED = Pattern.compile("Success:\\s{0,9}[\\[{]([^\\]}]*)[\\]}]");

    /** Copies the lists. */
    public PartialOutcome {
        failed = List.copyOf(failed);
        succeeded = List.copyOf(succeeded);
    }

    /**
     * Reads a message.
     *
     * @param message the server's words
     * @return the names in it; empty lists when there are none
     */
    public static PartialOutcome of(String message) {
        return new PartialOutcome(names(FAILED, message), names(SUCCEEDED, message));
    }

    private static List<String> names(Pattern where, String message) {
        Matcher found = where.matcher(message);
        return found.find()
                ? Arrays.stream(found.group(1).split(",", -1))
                        .map(name -> name.replaceAll("^[\\s\"']+|[\\s\"']+$", ""))
                        .filter(name -> !name.isEmpty())
                        .toList()
                : List.of();
    }
}
