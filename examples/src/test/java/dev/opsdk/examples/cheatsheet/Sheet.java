package dev.opsdk.examples.cheatsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cheatsheet of a module's README beside the test that runs its lines. The Java column holds exactly the statements between the
 * test's two marks, and of the other column every path was really asked for.
 */
final class Sheet {
    private static final String HEAD = "| of the document | Java |";
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern PATH = Pattern.compile("(?<=[A-Za-z0-9}>])/[A-Za-z0-9_]+(?:/[A-Za-z0-9_]+)*");

    private final List<String> commands = new ArrayList<>();
    private final Set<String> lines = new LinkedHashSet<>();

    static Sheet of(String module) throws IOException {
        Sheet sheet = new Sheet();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("..", module, "README.md"))) {
            inside = line.equals(HEAD) || (inside && line.startsWith("|"));
            if (inside && !line.equals(HEAD) && !line.startsWith("|---")) {
                String[] cells = line.split("(?<!\\\\)\\|");
                assertThat(cells).as(line).hasSize(3);
                spans(cells[1], sheet.commands);
                List<String> java = new ArrayList<>();
                spans(cells[2], java);
                assertThat(java).as("no Java in " + line).isNotEmpty();
                java.forEach(statement -> sheet.lines.add(squeezed(statement)));
            }
        }
        return sheet;
    }

    Sheet isWhatThisTestRuns(Class<?> test) throws IOException {
        String source = Files.readString(Path.of("src/test/java", test.getName().replace('.', '/') + ".java"));
        Set<String> run = new LinkedHashSet<>();
        int at = 0;
        while ((at = source.indexOf("// the sheet begins", at)) >= 0) {
            int begin = source.indexOf('\n', at);
            at = source.indexOf("// the sheet ends", begin);
            for (String statement : source.substring(begin, at).split(";", -1)) {
                run.add(squeezed(statement));
            }
        }
        run.remove("");
        assertThat(lines).isNotEmpty().containsExactlyInAnyOrderElementsOf(run);
        return this;
    }

    void askedFor(Collection<String> asked) {
        List<String> paths = commands.stream()
                .filter(command -> command.startsWith("curl"))
                .map(command -> {
                    Matcher path = PATH.matcher(command.replaceAll("application/json|https?://", ""));
                    assertThat(path.find()).as("no path in " + command).isTrue();
                    return path.group();
                })
                .distinct()
                .toList();
        assertThat(asked).isNotEmpty().containsAll(paths);
    }

    List<String> commands() {
        return commands;
    }

    private static void spans(String cell, List<String> into) {
        Matcher span = SPAN.matcher(cell);
        while (span.find()) {
            into.add(span.group(1));
        }
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
