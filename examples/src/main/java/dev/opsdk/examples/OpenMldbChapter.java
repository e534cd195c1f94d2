package dev.opsdk.examples;

import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.examples.openmldb.Pictures;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.assess.Distribution;
import dev.opsdk.openmldb.assess.MovePlan;
import dev.opsdk.openmldb.assess.Scope;
import dev.opsdk.openmldb.assess.TableStatusRow;
import dev.opsdk.openmldb.procedure.ClusterOperation;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An OpenMLDB cluster: out of balance, a tablet lost, a tablet upgraded. Waiting moves the simulated time. */
final class OpenMldbChapter {
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final Screen screen;

    OpenMldbChapter(Screen screen) {
        this.screen = screen;
    }

    void run() {
        try (OpenMldbSimulator cluster = OpenMldbSimulator.builder()
                        .tablets(2)
                        .systemTables(false)
                        .autoFailover(false)
                        .start();
                OpenMldbOps mldb = OpenMldbOps.builder()
                        .nameServers(cluster.nameServerEndpoints().toArray(String[]::new))
                        .timeSource(TimeSource.simulated(cluster.clock()::now, cluster::advance))
                        .build()) {
            String a = cluster.tablet(0).endpoint();
            String b = cluster.tablet(1).endpoint();
            cluster.table("shop", "orders")
                    .partitions(2)
                    .replicas(2)
                    .rows(1_000)
                    .partitionOn(0, a, b)
                    .partitionOn(1, b, a)
                    .create();
            cluster.table("shop", "customers")
                    .partitions(2)
                    .rows(200)
                    .partitionOn(0, a)
                    .partitionOn(1, b)
                    .create();
            cluster.addTablet();
            screen.chapter(
                    "OpenMLDB: a simulated cluster, two nameservers and three tablets; its minutes pass in no time");
            scaleOut(mldb);
            loseTablet(mldb, cluster);
            upgrade(mldb, cluster);
            screen.say("The same as a command, with the Python tool's flags:");
            screen.show(
                    "java -jar examples/target/opsdk-openmldb.jar --zk_cluster=host:2181 --zk_root_path=/openmldb --cmd=scaleout --dry-run");
        }
    }

    private void scaleOut(OpenMldbOps mldb) {
        screen.say("A third tablet was added, and is empty. What is where?");
        screen.code("mldb.status().tables()");
        status(mldb);
        screen.code("ClusterOperation<MovePlan> scaleOut = mldb.procedures().scaleOut(o -> o)     // only reads");
        ClusterOperation<MovePlan> scaleOut = mldb.procedures().scaleOut(o -> o);
        Pictures.of("now", scaleOut.decision().before()).forEach(screen::show);
        screen.show(scaleOut.decision());
        scaleOut.decision().moves().forEach(screen::show);
        screen.code("scaleOut.plan()");
        screen.show(scaleOut.plan());
        screen.code(
                "scaleOut.run(progress)     // looks before each step, sends once, waits for the ops that it caused");
        scaleOut.run(progress());
        Pictures.of("afterwards", distribution(mldb)).forEach(screen::show);
    }

    private void loseTablet(OpenMldbOps mldb, OpenMldbSimulator cluster) {
        String lost = cluster.tablet(0).endpoint();
        screen.say("The tablet " + lost + " dies, while auto_failover is off. Sick tables are shown too:");
        cluster.tablet(0).kill();
        cluster.advance(A_WHILE);
        screen.code("mldb.status().tables()");
        status(mldb);
        screen.code("mldb.procedures().recoverData(o -> o).run()     // what can be done without it is done");
        try {
            screen.show(mldb.procedures().recoverData(o -> o).run());
        } catch (ProcedureException e) {
            e.report().now().forEach(screen::bad);
            e.report().next().forEach(line -> screen.bad("next: " + line));
        }
        screen.say("It is started again, and holds nothing: a tablet loads only what it is told to.");
        cluster.tablet(0).restart();
        cluster.advance(A_WHILE);
        screen.code("mldb.procedures().recoverData(o -> o).run()");
        screen.show(mldb.procedures().recoverData(o -> o).run());
        status(mldb);
    }

    private void upgrade(OpenMldbOps mldb, OpenMldbSimulator cluster) {
        String tablet = cluster.tablet(1).endpoint();
        screen.say(
                "A rolling upgrade of one tablet. Its leaders move away first, and what is to be undone is written down.");
        Path stat = temporary();
        try {
            Pictures.of("before", distribution(mldb)).forEach(screen::show);
            screen.code("mldb.procedures().preUpgrade(tablet, o -> o.statFile(stat)).run()");
            mldb.procedures()
                    .preUpgrade(tablet, o -> o.statFile(stat))
                    .run(progress())
                    .now()
                    .forEach(screen::good);
            cluster.tablet(1).kill();
            cluster.advance(A_WHILE);
            cluster.tablet(1).restart();
            cluster.advance(A_WHILE);
            screen.say("Stopped, replaced, started. Its data comes back, then its leaders:");
            screen.code("mldb.procedures().recoverData(o -> o).run()");
            screen.good(firstLine(mldb.procedures().recoverData(o -> o).run()));
            screen.code("mldb.procedures().postUpgrade(tablet, stat).run()");
            screen.good(firstLine(mldb.procedures().postUpgrade(tablet, stat).run(progress())));
            Pictures.of("afterwards", distribution(mldb)).forEach(screen::show);
        } finally {
            delete(stat);
        }
    }

    private static String firstLine(Object report) {
        return report.toString().lines().findFirst().orElse("");
    }

    private void status(OpenMldbOps mldb) {
        screen.table(
                List.of("TABLE", "PARTITIONS", "REPLICAS NOT ALIVE", "WARNINGS"),
                mldb.status().tables().rows().stream()
                        .map(OpenMldbChapter::cells)
                        .toList());
    }

    private static List<String> cells(TableStatusRow row) {
        List<String> warnings = row.warnings();
        return List.of(
                row.table().id(),
                String.valueOf(row.table().partitions().size()),
                String.valueOf(row.notAlive()),
                warnings.isEmpty() ? "" : warnings.size() + ", such as " + warnings.get(0));
    }

    private static Distribution distribution(OpenMldbOps mldb) {
        return Distribution.of(
                ClusterSnapshot.builder()
                        .tablets(mldb.nameServer().tablets())
                        .tables(mldb.nameServer().tables())
                        .build(),
                Scope.userDatabases());
    }

    private ProcedureListener progress() {
        return new ProcedureListener() {
            @Override
            public void onStep(int number, Step step) {
                screen.faint(number + ". " + step.title());
            }
        };
    }

    private static Path temporary() {
        try {
            Path directory = Files.createTempDirectory("opsdk-tour");
            return directory.resolve(".stat");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path stat) {
        try {
            Files.deleteIfExists(stat);
            Path directory = stat.getParent();
            if (directory != null) {
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
