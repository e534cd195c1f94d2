package dev.opsdk.examples;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints for a person; in colour only on a terminal. */
final class Screen {
    private static final String BOLD = "1";
    private static final String DIM = "2";
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String CYAN = "36";

    private final PrintStream out;
    private final boolean colour;

    Screen(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    static Screen standard(Map<String, String> env) {
        return new Screen(
                System.out, Terminals.colourWanted(env) && Terminals.console().isPresent());
    }

    void chapter(String title) {
        out.println();
        out.println(paint(BOLD, "== " + title + " =="));
    }

    void say(String text) {
        out.println();
        out.println(text);
    }

    /** The Java line that is about to run. */
    void code(String java) {
        out.println(paint(CYAN, "  > " + java));
    }

    void show(Object value) {
        String.valueOf(value).lines().forEach(line -> out.println("    " + line));
    }

    void faint(Object value) {
        String.valueOf(value).lines().forEach(line -> out.println(paint(DIM, "    " + line)));
    }

    void good(String text) {
        out.println(paint(GREEN, "    " + text));
    }

    void bad(String text) {
        text.lines().forEach(line -> out.println(paint(RED, "    " + line)));
    }

    void table(List<String> head, List<List<String>> rows) {
        List<Integer> widths = IntStream.range(0, head.size())
                .mapToObj(column -> Math.max(
                        head.get(column).length(),
                        rows.stream()
                                .mapToInt(row -> row.get(column).length())
                                .max()
                                .orElse(0)))
                .toList();
        out.println("    " + paint(BOLD, line(head, widths)));
        rows.forEach(row -> out.println("    " + line(row, widths)));
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cells.get(column)
                        + " ".repeat(widths.get(column) - cells.get(column).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
