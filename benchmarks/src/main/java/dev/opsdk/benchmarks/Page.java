package dev.opsdk.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Markdown, printed as it comes and kept by row. */
final class Page {
    private final PrintStream out;
    private final Map<String, StringBuilder> sections = new LinkedHashMap<>();
    private StringBuilder section = new StringBuilder();

    Page(PrintStream out) {
        this.out = out;
    }

    void section(String name) {
        section = sections.computeIfAbsent(name, n -> new StringBuilder());
    }

    void line(String format, Object... values) {
        String line = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
        out.println(line);
        section.append(line).append('\n');
    }

    void row(Object... cells) {
        line(Arrays.stream(cells).map(Object::toString).collect(Collectors.joining(" | ", "| ", " |")));
    }

    void head(String... cells) {
        row((Object[]) cells);
        line("|" + "---|".repeat(cells.length));
    }

    /** What was promised, and whether it is so. */
    void budget(String what, String seen, boolean met) {
        line("");
        line("Budget: " + what + ". " + seen + ": **" + (met ? "MET" : "MISSED") + "**");
        line("");
    }

    /** What was promised, when less was measured than it is about. */
    void unjudged(String what, String why) {
        line("");
        line("Budget: " + what + ". Not judged " + why + ".");
        line("");
    }

    static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    void save(Path file) throws IOException {
        Files.writeString(file, String.join("\n", sections.values()));
    }

    /** Between {@code <!-- name -->} and {@code <!-- end -->}; what was not measured stays. */
    void into(Path readme) throws IOException {
        String text = Files.readString(readme);
        for (Map.Entry<String, StringBuilder> part : sections.entrySet()) {
            String begin = "<!-- " + part.getKey() + " -->\n";
            int from = text.indexOf(begin);
            int to = text.indexOf("<!-- end -->", Math.max(from, 0));
            if (from >= 0 && to >= 0) {
                text = text.substring(0, from) + begin + "\n"
                        + part.getValue().toString().strip() + "\n\n" + text.substring(to);
            }
        }
        Files.writeString(readme, text);
    }
}
