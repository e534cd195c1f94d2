package dev.opsdk.examples.live;

import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.openmldb.NameServer;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.Replica;
import dev.opsdk.openmldb.model.TablePartition;
import dev.opsdk.openmldb.model.Tablet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An OpenMLDB cluster. Plans are made and not run; making one asks every tablet what it holds. */
final class OpenMldbScenario extends Scenario {
    private static final int TABLETS = 10;
    private static final Pattern PARTITION = Pattern.compile("(?:(.+)\\.)?([^./]+)/(\\d{1,9})");

    private final OpenMldbOps mldb;

    OpenMldbScenario(OpenMldbOps mldb, Env env, Transcript transcript) {
        super(env, transcript);
        this.mldb = mldb;
    }

    @Override
    void contact() {
        transcript.found(
                "found by " + mldb.discovery() + ", led by " + mldb.nameServer().leader());
    }

    @Override
    String whenNobodyAnswers() {
        return "are these nameservers (port 7527 in the documents) as host:port, or zk:host:2181/zk_root_path? A server since 0.9 hangs up"
                + " on who is not let in: then set OPSDK_LIVE_OPENMLDB_USER and OPSDK_LIVE_OPENMLDB_PASSWORD";
    }

    @Override
    void read() {
        NameServer names = mldb.nameServer();
        transcript.heading("Nameservers");
        look("version", () -> "version " + names.version());
        look("standbys", () -> "standbys " + names.standbys());
        look("configuration", names::config);
        transcript.heading("Tablets");
        List<Tablet> tablets = look("tablets", names::tablets).orElse(List.of());
        tablets.stream()
                .filter(Tablet::healthy)
                .limit(TABLETS)
                .forEach(tablet -> look(tablet.endpoint(), () -> {
                    var held = mldb.tablet(tablet.endpoint());
                    return tablet.endpoint() + " of version " + held.version() + " holds "
                            + held.partitions().size() + " replicas";
                }));
        if (tablets.size() > TABLETS) {
            transcript.skipped((tablets.size() - TABLETS) + " more tablets", "the first " + TABLETS + " are enough");
        }
        transcript.heading("Databases, tables, ops");
        look("databases", () -> "databases " + names.databases());
        look("tables", () -> mldb.status().tables());
        look("ops", () -> mldb.status().ops());
        plans(tablets);
    }

    private void plans(List<Tablet> tablets) {
        transcript.heading("What recovering would do");
        look("plan of recoverData", () -> mldb.procedures().recoverData(o -> o));
        transcript.heading("What scaling out would do");
        look("plan of scaleOut", () -> mldb.procedures().scaleOut(o -> o).decision());
        transcript.heading("What emptying a tablet for an upgrade would do");
        Optional<Tablet> first = tablets.stream().filter(Tablet::healthy).findFirst();
        if (first.isEmpty()) {
            transcript.skipped("plan of preUpgrade", "no tablet is well");
            return;
        }
        String endpoint = first.get().endpoint();
        look(
                "plan of preUpgrade",
                () -> mldb.procedures()
                        .preUpgrade(endpoint, o -> o.statFile(Path.of("target", "live", "never-written.stat")))
                        .decision());
    }

    @Override
    String wouldChange() {
        return "moving the leader of "
                + env.get(Var.OPSDK_LIVE_OPENMLDB_PARTITION).orElse("a partition") + " there and back";
    }

    @Override
    void change() {
        Optional<String> named = env.get(Var.OPSDK_LIVE_OPENMLDB_PARTITION);
        if (named.isEmpty()) {
            transcript.skipped(wouldChange(), "OPSDK_LIVE_OPENMLDB_PARTITION does not name one, such as demo_db.t1/0");
            return;
        }
        PartitionId id = partition(named.get());
        try {
            move(id);
        } catch (OpsException e) {
            transcript.failed(wouldChange(), e);
        }
    }

    static PartitionId partition(String text) {
        Matcher parts = PARTITION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("OPSDK_LIVE_OPENMLDB_PARTITION is '" + text
                    + "'; write it as database.table/partition, such as demo_db.t1/0");
        }
        return new PartitionId(
                Optional.ofNullable(parts.group(1)).orElse(""), parts.group(2), Long.parseLong(parts.group(3)));
    }

    private void move(PartitionId id) {
        Optional<TablePartition> before = read(id);
        Optional<String> leader = before.flatMap(TablePartition::leader).map(Replica::endpoint);
        Optional<String> follower = before.stream()
                .flatMap(partition -> partition.replicas().stream())
                .filter(replica -> replica.alive() && replica.follows())
                .map(Replica::endpoint)
                .findFirst();
        if (leader.isEmpty() || follower.isEmpty()) {
            transcript.skipped(wouldChange(), "it has no leader with a follower that is alive");
            return;
        }
        boolean autoFailover = mldb.nameServer().autoFailover();
        transcript.changing("let " + follower.get() + " lead " + id + " instead of " + leader.get()
                + ", and then back; auto_failover is off meanwhile");
        Plan there = mldb.partition(id.db(), id.table(), id.pid()).changeLeader(follower.get());
        boolean moved = run("moving the leader", there);
        if (!there.blocked()) {
            back(id, leader.get(), autoFailover, before.orElseThrow(), moved);
        }
    }

    /** Also when the way there failed half-way: a plan looks first, and does nothing where nothing is to be done. */
    private void back(PartitionId id, String leader, boolean autoFailover, TablePartition before, boolean moved) {
        try {
            run(
                    "moving the leader back",
                    mldb.partition(id.db(), id.table(), id.pid()).changeLeader(leader));
            Optional<TablePartition> now = read(id);
            boolean same = now.filter(after -> after.leader()
                                    .map(Replica::endpoint)
                                    .filter(leader::equals)
                                    .isPresent()
                            && alive(after) == alive(before))
                    .isPresent();
            boolean switched = mldb.nameServer().autoFailover() != autoFailover;
            if (same && !switched) {
                if (moved) {
                    transcript.changed("the leader of " + id + " was moved and is " + leader + " again");
                }
                transcript.putBack(id + " is led by " + leader + ", auto_failover is " + (autoFailover ? "on" : "off")
                        + ", as before");
                return;
            }
            if (switched) {
                transcript.notPutBack(
                        "auto_failover is " + (autoFailover ? "off" : "on"),
                        "./jsh, then mldb().nameServer().autoFailover(" + autoFailover + ")");
            }
        } catch (OpsException e) {
            transcript.failed("moving the leader back", e);
        }
        transcript.notPutBack(
                id + " is not as it was: " + before.replicas(),
                "look with --cmd=showtablestatus; --cmd=recoverdata repairs replicas that do not follow");
    }

    private static long alive(TablePartition partition) {
        return partition.replicas().stream().filter(Replica::alive).count();
    }

    private Optional<TablePartition> read(PartitionId id) {
        Optional<TablePartition> now =
                mldb.nameServer().table(id.db(), id.table()).flatMap(table -> table.partition(id.pid()));
        transcript.found(now.map(partition -> id + ": " + partition.replicas()).orElse("there is no partition " + id));
        return now;
    }
}
