package dev.opsdk.examples.openmldb;

import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report without its hundreds of steps that went well: how many did, which did not, what is true, what is next. */
final class ReportText {
    private static final int MOST_LINES = 40;

    private ReportText() {}

    static List<String> brief(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.toString().lines().findFirst().orElse(""));
        var counts = report.steps().stream()
                .collect(Collectors.groupingBy(StepResult::outcome, TreeMap::new, Collectors.counting()));
        if (!counts.isEmpty()) {
            lines.add("  steps: "
                    + counts.entrySet().stream()
                            .map(count -> count.getValue() + " " + count.getKey())
                            .collect(Collectors.joining(", ")));
        }
        List<String> bad = report.steps().stream()
                .filter(step -> !step.outcome().good() && step.outcome() != StepOutcome.NOT_RUN)
                .map(step -> "  " + step)
                .toList();
        add(lines, bad);
        add(lines, report.now().stream().map(line -> "  now:  " + line).toList());
        add(lines, report.next().stream().map(line -> "  next: " + line).toList());
        return lines;
    }

    private static void add(List<String> lines, List<String> more) {
        lines.addAll(more.subList(0, Math.min(MOST_LINES, more.size())));
        if (more.size() > MOST_LINES) {
            lines.add("  ... and " + (more.size() - MOST_LINES) + " more, see --verbose or --json");
        }
    }
}
