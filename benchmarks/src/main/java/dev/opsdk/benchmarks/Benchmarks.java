package dev.opsdk.benchmarks;

import dev.opsdk.benchmarks.call.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Measures every row of the budget beside its alternatives, and prints Markdown. */
public final class Benchmarks {
    private static final Set<String> ROWS =
            new LinkedHashSet<>(List.of("call", "first", "many", "plan", "scale", "size"));
    private static final Path RESULTS = Path.of("target", "results.md");
    private static final Path README = Path.of("README.md");

    private final Page page;
    private final List<Jdk> jdks;
    private final boolean quick;

    Benchmarks(Page page, List<Jdk> jdks, boolean quick) {
        this.page = page;
        this.jdks = jdks;
        this.quick = quick;
    }

    /**
     * Measures. The words may also stand in the system property {@code benchmark.args}.
     *
     * @param args rows ({@code call}, {@code first}, {@code many}, {@code plan}, {@code scale}, {@code size}), all unless told;
     *     {@code quick} to measure less; {@code readme} to write the tables into README.md
     * @throws IOException if the results cannot be written
     */
    public static void main(String... args) throws IOException {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(args));
        words.addAll(Arrays.asList(System.getProperty("benchmark.args", "").split("[,\\s]+")));
        words.remove("");
        boolean quick = words.remove("quick");
        boolean readme = words.remove("readme");
        if (!ROWS.containsAll(words)) {
            System.err.println("known are " + ROWS + ", quick and readme; not all of " + words);
            System.exit(2);
        }
        Page page = new Page(System.out);
        new Benchmarks(page, Jdk.toTry(), quick).measure(words.isEmpty() ? ROWS : words);
        Files.createDirectories(RESULTS.toAbsolutePath().getParent());
        page.save(RESULTS);
        if (readme) {
            page.into(README);
        }
    }

    void measure(Set<String> rows) {
        page.section("machine");
        page.line(Machine.describe(jdks));
        page.line("");
        if (rows.contains("size")) {
            new SizeRow(page).measure();
        }
        if (rows.contains("plan")) {
            new OpenMldbRows(page).planning(List.of(10_000, 50_000, 100_000), 3, 7);
        }
        if (rows.contains("scale")) {
            new OpenMldbRows(page).requests(quick ? List.of(100) : List.of(100, 1_000));
        }
        if (rows.contains("many")) {
            new ManyRow(page, quick ? 500 : 2_000, quick ? 1 : 3).measure(jdks);
        }
        if (rows.contains("first")) {
            new FirstCallRow(page, quick ? 3 : 11)
                    .measure(jdks, List.of(Operation.CCR_LAG, Operation.OMS_WRITER, Operation.CONNECTOR_IDENTITY));
        }
        if (rows.contains("call")) {
            new CallRow(page, quick ? 1 : 3, quick ? 2 : 3).measure(List.of(Operation.values()));
        }
    }
}
