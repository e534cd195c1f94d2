package dev.opsdk.examples.openmldb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.OpStatusReport;
import dev.opsdk.openmldb.assess.OpStatusRow;
import dev.opsdk.openmldb.assess.TableStatusReport;
import dev.opsdk.openmldb.assess.TableStatusRow;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The two operations that only look. */
final class Queries {
    private final Flags flags;
    private final Shell shell;
    private final ObjectNode result;

    Queries(Flags flags, Shell shell, ObjectNode result) {
        this.flags = flags;
        this.shell = shell;
        this.result = result;
    }

    int run(OpenMldbOps mldb) {
        if (flags.cmd() == Cmd.SHOWOPSTATUS) {
            OpStatusReport report = mldb.status().ops(flags.db(), flags.filter(), ZoneId.systemDefault());
            print(
                    OpStatusReport.COLUMNS,
                    report.rows().stream().map(OpStatusRow::cells).toList());
        } else {
            TableStatusReport report = mldb.status().tables(flags.filter().orElse("%"));
            print(
                    TableStatusReport.COLUMNS,
                    report.rows().stream().map(TableStatusRow::cells).toList());
        }
        return Exit.OK;
    }

    private void print(List<String> columns, List<List<String>> rows) {
        ArrayNode names = result.putArray("columns");
        columns.forEach(names::add);
        ArrayNode objects = result.putArray("rows");
        rows.forEach(row -> {
            ObjectNode object = objects.addObject();
            for (int i = 0; i < columns.size(); i++) {
                object.put(columns.get(i), row.get(i));
            }
        });
        if (!flags.json()) {
            shell.out().println(AsciiTable.getTable(AsciiTable.BASIC_ASCII, rows, columns(columns)));
        }
    }

    /** Nothing is cut or folded: a script may read it. */
    private static List<ColumnData<List<String>>> columns(List<String> names) {
        List<ColumnData<List<String>>> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            columns.add(new Column()
                    .header(names.get(i))
                    .headerAlign(HorizontalAlign.LEFT)
                    .dataAlign(HorizontalAlign.LEFT)
                    .maxWidth(Integer.MAX_VALUE)
                    .with(row -> row.get(index)));
        }
        return columns;
    }
}
