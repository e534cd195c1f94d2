package dev.opsdk.openmldb.procedure;

import dev.opsdk.openmldb.NameServer;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.assess.Finding;
import dev.opsdk.openmldb.assess.OpStatusReport;
import dev.opsdk.openmldb.assess.TableStatusReport;
import dev.opsdk.openmldb.model.Op;
import dev.opsdk.openmldb.model.OpState;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the Python tool's queries print, typed. They only read. */
public final class StatusReports {
    private final OpenMldbOps client;

    /**
     * For {@link OpenMldbOps#status()}.
     *
     * @param client the client
     */
    public StatusReports(OpenMldbOps client) {
        this.client = client;
    }

    /**
     * The state of all tables, sick ones included: {@code showtablestatus}. Asks every healthy tablet once, and every leader for its
     * followers.
     *
     * @return a row a table
     */
    public TableStatusReport tables() {
        return tables("%");
    }

    /**
     * The state of tables by their database: {@code showtablestatus --filter}.
     *
     * @param like which databases, as in SQL's LIKE: {@code %} any text, {@code _} one byte, {@code \} before either of them; empty for all
     *     but the system's
     * @return a row a table
     */
    public TableStatusReport tables(String like) {
        Objects.requireNonNull(like, "like");
        ClusterReader reader = new ClusterReader(client);
        ClusterSnapshot.Builder builder = reader.nameServersView();
        ClusterSnapshot seen = builder.build();
        reader.ask(builder, seen.healthyTablets());
        reader.askLeaders(builder, seen, partition -> TableStatusReport.includes(partition.db(), like));
        return TableStatusReport.of(builder.build(), like);
    }

    /**
     * The ops of all databases, the default database last: {@code showopstatus}.
     *
     * @return a row an op
     */
    public OpStatusReport ops() {
        return ops(Optional.empty(), Optional.empty(), ZoneId.systemDefault());
    }

    /**
     * The ops of one database or all, with one status or any: {@code showopstatus --db --filter}.
     *
     * @param db the database, {@code ""} for the default one; empty for all
     * @param status such as {@code kFailed}, exactly; empty for all
     * @param zone the time zone of the printed times
     * @return a row an op
     * @throws IllegalArgumentException if there is no such database, the server would show the ops of all instead; or no such status,
     *     which would look as if there were no such ops
     */
    public OpStatusReport ops(Optional<String> db, Optional<String> status, ZoneId zone) {
        NameServer nameServer = client.nameServer();
        List<String> listed = nameServer.databases();
        Optional<Finding> refusal = db.flatMap(name -> OpStatusReport.refusal(name, listed));
        if (refusal.isPresent()) {
            throw new IllegalArgumentException(
                    refusal.get().subject() + ": " + refusal.get().text());
        }
        List<String> databases = new ArrayList<>(db.map(List::of).orElseGet(() -> OpStatusReport.databases(listed)));
        if (db.isEmpty()) {
            databases.add("");
        }
        List<Op> ops = nameServer.ops();
        status.filter(name -> OpState.of(name).known().isEmpty()
                        && ops.stream().noneMatch(op -> op.state().equals(OpState.of(name))))
                .ifPresent(name -> {
                    throw new IllegalArgumentException("no op can have the status '" + name
                            + "'; there are kInited, kDoing, kDone, kFailed and kCanceled");
                });
        return OpStatusReport.of(databases, ops, status, client.timeSource().now(), zone);
    }
}
