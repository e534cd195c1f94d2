package dev.opsdk.ccr.internal;

import dev.opsdk.ccr.model.MetricSample;
import dev.opsdk.core.internal.Json.Undecodable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the Prometheus text format, version 0.0.4. Strict: a text that is cut anywhere but between two lines is refused, since
 * half a number is a number too.
 */
public final class PrometheusText {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final List<String> SUFFIXES = List.of("_bucket", "_sum", "_count");

    private final Map<String, MetricSample.Type> types = new HashMap<>();
    private final Map<String, String> helps = new HashMap<>();
    private final List<MetricSample> samples = new ArrayList<>();

    private PrometheusText() {}

    /**
     * Reads a whole text.
     *
     * @param text the body of {@code /metrics}
     * @return its samples, in the server's order
     * @throws Undecodable naming the line that is malformed, not what it holds
     */
    public static List<MetricSample> parse(String text) throws Undecodable {
        PrometheusText parser = new PrometheusText();
        int number = 0;
        for (int start = 0; start < text.length(); ) {
            number++;
            int end = text.indexOf('\n', start);
            if (end < 0) {
                throw malformed(number, "the last line does not end");
            }
            parser.line(text.substring(start, end), number);
            start = end + 1;
        }
        return List.copyOf(parser.samples);
    }

    private void line(String line, int number) throws Undecodable {
        String trimmed = MetricLine.trimmed(line);
        if (trimmed.isEmpty()) {
            return;
        }
        if (trimmed.charAt(0) == '#') {
            comment(trimmed, number);
            return;
        }
        MetricLine sample = new MetricLine(trimmed, number);
        String name = sample.name();
        String family = family(name);
        samples.add(new MetricSample(
                name,
                sample.labels(),
                sample.value(),
                sample.timestamp(),
                types.getOrDefault(family, MetricSample.Type.UNTYPED),
                helps.getOrDefault(family, "")));
    }

    private void comment(String line, int number) throws Undecodable {
        String[] words = line.substring(1).strip().split("[ \t]+", 3);
        if (!words[0].equals("HELP") && !words[0].equals("TYPE")) {
            return;
        }
        if (words.length < 2 || !NAME.matcher(words[1]).matches()) {
            throw malformed(number, words[0] + " without the name of a metric");
        }
        String rest = words.length < 3 ? "" : words[2];
        if (words[0].equals("HELP")) {
            helps.put(words[1], unescapedHelp(rest, number));
        } else {
            types.put(words[1], type(rest.strip()).orElseThrow(() -> malformed(number, "an unknown type of metric")));
        }
    }

    private static Optional<MetricSample.Type> type(String word) {
        for (MetricSample.Type type : MetricSample.Type.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static String unescapedHelp(String text, int number) throws Undecodable {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\') {
                char escaped = at < text.length() ? text.charAt(at++) : ' ';
                if (escaped != '\\' && escaped != 'n') {
                    throw malformed(number, "an unknown escape in HELP");
                }
                c = escaped == 'n' ? '\n' : '\\';
            }
            out.append(c);
        }
        return out.toString();
    }

    /** The metric that a sample belongs to: its own name, or without the suffix of a histogram or summary. */
    private String family(String name) {
        if (types.containsKey(name)) {
            return name;
        }
        for (String suffix : SUFFIXES) {
            if (name.endsWith(suffix)) {
                String family = name.substring(0, name.length() - suffix.length());
                MetricSample.Type type = types.get(family);
                if (type == MetricSample.Type.HISTOGRAM
                        || (type == MetricSample.Type.SUMMARY && !suffix.equals("_bucket"))) {
                    return family;
                }
            }
        }
        return name;
    }

    static Undecodable malformed(int number, String what) {
        return new Undecodable("metrics line " + number + ": " + what);
    }
}
