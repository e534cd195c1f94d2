package dev.opsdk.examples.kit;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.CheckReport;
import dev.opsdk.ccr.Job;
import dev.opsdk.ccr.assess.JobHealth;
import dev.opsdk.ccr.assess.Lag;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.core.call.Results;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.procedure.EvacuationReport;
import dev.opsdk.openmldb.assess.Distribution;
import dev.opsdk.openmldb.assess.OpStatusReport;
import dev.opsdk.openmldb.assess.OpStatusRow;
import dev.opsdk.openmldb.assess.TableStatusReport;
import dev.opsdk.openmldb.assess.TableStatusRow;
import dev.opsdk.openmldb.assess.TabletLoad;
import dev.opsdk.openmldb.model.Tablet;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How the things that come in lists look as a table. Everything else is a table of one column, as it prints itself: looking into
 * an object could show what its {@code toString} masks.
 */
final class Tables {
    private static final int SENTENCE = 100;

    private static final Views VIEWS = new Views()
            .view(
                    JobSnapshot.class,
                    new Col<>("job", JobSnapshot::job),
                    new Col<>("state", look -> look.detail().state()),
                    new Col<>("phase", look -> look.progress().syncState()),
                    new Col<>("applied", look -> look.progress().prevCommitSeq()),
                    new Col<>("lag", Lag::of),
                    new Col<>("health", look -> JobHealth.of(List.of(look)).level()),
                    new Col<>("seen", look -> look.at().truncatedTo(ChronoUnit.SECONDS)))
            .view(Job.class, new Col<>("job", Job::name))
            .view(
                    Tablet.class,
                    new Col<>("tablet", Tablet::endpoint),
                    new Col<>("state", Tablet::state),
                    new Col<>("up for", Tables::age),
                    new Col<>("address", Tablet::realEndpoint))
            .view(
                    TabletLoad.class,
                    new Col<>("tablet", TabletLoad::endpoint),
                    new Col<>("healthy", load -> load.healthy() ? "yes" : "NO"),
                    new Col<>("replicas", TabletLoad::replicas),
                    new Col<>("leaders", TabletLoad::leaders),
                    new Col<>("bytes", TabletLoad::bytes))
            .view(
                    TableStatusRow.class,
                    new Col<>("database", row -> row.table().db()),
                    new Col<>("table", row -> row.table().name()),
                    new Col<>("storage", row -> row.table().storageMode()),
                    new Col<>("partitions", row -> row.table().partitionCount()),
                    new Col<>("replicas", row -> row.table().replicaCount()),
                    new Col<>("not alive", TableStatusRow::notAlive),
                    new Col<>("rows", TableStatusRow::rows),
                    new Col<>("memory", TableStatusRow::memoryBytes),
                    new Col<>("disk", TableStatusRow::diskBytes),
                    new Col<>("warnings", row -> String.join("\n", row.warnings())))
            .view(OpStatusRow.class, columns(OpStatusReport.COLUMNS))
            .view(
                    CheckFinding.class,
                    new Col<>("check", CheckFinding::check),
                    new Col<>("verdict", CheckFinding::verdict),
                    new Col<>("why", CheckFinding::summary),
                    new Col<>("advice", finding -> String.join("\n", finding.advice())))
            .view(
                    PreCheck.class,
                    new Col<>("check", PreCheck::name),
                    new Col<>("result", PreCheck::result),
                    new Col<>("why", PreCheck::detail))
            .view(
                    StepResult.class,
                    new Col<>("outcome", StepResult::outcome),
                    new Col<>("step", StepResult::title),
                    new Col<>("evidence", StepResult::detail))
            .view(
                    EvacuationReport.Row.class,
                    new Col<>("component", EvacuationReport.Row::component),
                    new Col<>("ending", EvacuationReport.Row::ending),
                    new Col<>("now", EvacuationReport.Row::newName));

    private Tables() {}

    /** A class and its columns, looked for in order. */
    private static final class Views {
        private final List<View<?>> all = new ArrayList<>();

        private record View<T>(Class<T> type, List<Col<T>> columns) {
            String table(List<?> rows) {
                return Tables.print(rows.stream().map(type::cast).toList(), columns);
            }
        }

        @SafeVarargs
        @SuppressWarnings("varargs") // only read
        final <T> Views view(Class<T> type, Col<T>... columns) {
            return view(type, Arrays.stream(columns).toList());
        }

        <T> Views view(Class<T> type, List<Col<T>> columns) {
            all.add(new View<>(type, columns));
            return this;
        }

        String table(List<?> rows) {
            return all.stream()
                    .filter(view -> rows.stream().allMatch(view.type()::isInstance))
                    .findFirst()
                    .map(view -> view.table(rows))
                    .orElseGet(() -> Tables.print(rows, List.of(new Col<>("", row -> row))));
        }
    }

    /** What somebody hands to {@code table(...)}: a list, or one of our reports, which are lists with a name. */
    static String of(Object things) {
        if (things instanceof Results<?, ?> results) {
            return results(results);
        }
        if (things instanceof CheckReport report) {
            return rows(report.results()) + notRun(report);
        }
        if (things instanceof EvacuationReport report) {
            return rows(report.rows()) + lines("next: ", report.next());
        }
        if (things instanceof Report report) {
            return rows(report.steps()) + lines("now:  ", report.now()) + lines("next: ", report.next());
        }
        if (things instanceof Plan plan) {
            return rows(plan.checks());
        }
        if (things instanceof TableStatusReport report) {
            return rows(report.rows());
        }
        if (things instanceof OpStatusReport report) {
            return rows(report.rows());
        }
        if (things instanceof Distribution distribution) {
            return rows(distribution.loads());
        }
        if (things instanceof Map<?, ?> map) {
            return map(map);
        }
        return things instanceof Collection<?> many ? rows(many) : rows(List.of(things));
    }

    private static String rows(Collection<?> rows) {
        return rows.isEmpty() ? "(none)" : VIEWS.table(List.copyOf(rows));
    }

    /** A target that failed is a line of its own below the table. */
    private static String results(Results<?, ?> results) {
        boolean speak = results.values().values().stream().allMatch(JobSnapshot.class::isInstance);
        StringBuilder text = new StringBuilder();
        if (!results.values().isEmpty() || results.errors().isEmpty()) {
            text.append(speak ? rows(results.values().values()) : map(results.values()));
        }
        results.errors()
                .forEach((target, error) -> text.append(text.length() == 0 ? "" : "\n")
                        .append("FAILED ")
                        .append(target)
                        .append(": ")
                        .append(error.getMessage()));
        return text.toString();
    }

    private static String notRun(CheckReport report) {
        return lines(
                "not run: ",
                report.notRun().entrySet().stream()
                        .map(each -> each.getKey() + ", " + each.getValue())
                        .toList());
    }

    private static String map(Map<?, ?> map) {
        List<List<String>> entries = map.entrySet().stream()
                .map(entry -> List.of(Col.text(entry.getKey()), Col.text(entry.getValue())))
                .toList();
        return entries.isEmpty()
                ? "(none)"
                : print(entries, List.of(new Col<>("name", row -> row.get(0)), new Col<>("value", row -> row.get(1))));
    }

    private static String lines(String head, List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append('\n').append(head).append(line));
        return text.toString();
    }

    private static Object age(Tablet tablet) {
        return tablet.ageMillis().isPresent()
                ? Duration.ofMillis(tablet.ageMillis().getAsLong()).truncatedTo(ChronoUnit.SECONDS)
                : "-";
    }

    private static List<Col<OpStatusRow>> columns(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(index -> new Col<OpStatusRow>(
                        names.get(index), row -> row.cells().get(index)))
                .toList();
    }

    /** Nothing is cut, and no name is folded: somebody may copy it. Sentences are. */
    static <T> String print(List<T> rows, List<Col<T>> columns) {
        List<ColumnData<T>> data = columns.stream()
                .map(column -> new Column()
                        .header(column.name())
                        .headerAlign(HorizontalAlign.LEFT)
                        .dataAlign(HorizontalAlign.LEFT)
                        .maxWidth(SENTENCE)
                        .with(column::cell))
                .toList();
        return AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, rows, data);
    }
}
