package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.model.OpState;
import dev.opsdk.simulator.openmldb.OpStatus;
import dev.opsdk.simulator.openmldb.OpenMldbSimulatorBuilder;
import dev.opsdk.simulator.openmldb.ReplicaView;
import dev.opsdk.simulator.openmldb.SimCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A procedure, a cluster for it, and how that cluster is when the procedure is done. */
record Scenario(
        String name,
        BiFunction<OpenMldbWorld, Path, Object> before,
        BiFunction<Setting, OpenMldbOps, Plan> plan,
        Consumer<Setting> goal) {

    /** A cluster made for one run. */
    record Setting(OpenMldbWorld world, Path stat, Object mark) {}

    static final List<Scenario> ALL = List.of(
            new Scenario(
                    "scaleOut",
                    (world, stat) -> {
                        world.sim().addTablet();
                        return "";
                    },
                    (s, ops) -> ops.procedures().scaleOut(o -> o).plan(),
                    s -> {
                        assertThat(s.world.view().replicaCounts().values()).allMatch(count -> count == 2 || count == 3);
                        assertThat(s.world.view().replicas()).hasSize(10);
                        assertThat(s.world.view().isHealthy()).isTrue();
                    }),
            new Scenario(
                    "scaleIn",
                    (world, stat) -> "",
                    (s, ops) ->
                            ops.procedures().scaleIn(List.of(s.world.tablet(0))).plan(),
                    s -> {
                        assertThat(s.world.view().replicaCounts()).containsEntry(s.world.tablet(0), 0);
                        assertThat(s.world.view().replicas()).hasSize(10);
                        assertThat(s.world.view().isHealthy()).isTrue();
                    }),
            new Scenario(
                    "preUpgrade",
                    (world, stat) -> "",
                    (s, ops) -> ops.procedures()
                            .preUpgrade(s.world.tablet(0), o -> o.statFile(s.stat))
                            .plan(),
                    s -> {
                        assertThat(s.world.view().leaderCounts()).containsEntry(s.world.tablet(0), 0);
                        assertThat(s.world.view().isHealthy()).isTrue();
                        assertThat(s.stat).exists();
                    }),
            new Scenario(
                    "postUpgrade",
                    (world, stat) -> {
                        Map<String, Integer> leaders = world.view().leaderCounts();
                        world.ops()
                                .procedures()
                                .preUpgrade(world.tablet(0), o -> o.statFile(stat))
                                .run();
                        return leaders;
                    },
                    (s, ops) -> ops.procedures()
                            .postUpgrade(s.world.tablet(0), s.stat)
                            .plan(),
                    s -> {
                        assertThat(s.world.view().leaderCounts()).isEqualTo(s.mark);
                        assertThat(s.world.view().replicas()).hasSize(10);
                        assertThat(s.world.view().isHealthy()).isTrue();
                        assertThat(s.stat).doesNotExist();
                    }),
            new Scenario(
                    "recoverData",
                    (world, stat) -> {
                        world.sim().breakReplica("db", "t1", 0, world.tablet(1));
                        world.sim().replica("db", "t1", 1, world.tablet(1)).unload();
                        world.sim().replica("db", "t1", 2, world.tablet(2)).markDead();
                        world.sim().replica("db", "single", 0, world.tablet(0)).unload();
                        return "";
                    },
                    (s, ops) -> ops.procedures().recoverData(o -> o).plan(),
                    s -> assertThat(s.world.view().isHealthy()).isTrue()),
            new Scenario(
                    "addReplica",
                    (world, stat) -> "",
                    (s, ops) -> ops.partition("db", "t1", 0).addReplica(s.world.tablet(2)),
                    s -> {
                        assertThat(s.world.view().partition("db", "t1", 0)).hasSize(3);
                        assertThat(s.world.view().isHealthy()).isTrue();
                    }),
            new Scenario(
                    "delReplica",
                    (world, stat) -> "",
                    (s, ops) -> ops.partition("db", "t1", 0).delReplica(s.world.tablet(1)),
                    s -> assertThat(s.world.view().partition("db", "t1", 0)).hasSize(1)),
            new Scenario(
                    "changeLeader",
                    (world, stat) -> "",
                    (s, ops) -> ops.partition("db", "t1", 0).changeLeader(s.world.tablet(1)),
                    s -> {
                        assertThat(s.world.view().leader("db", "t1", 0)).contains(s.world.tablet(1));
                        assertThat(s.world.view().isHealthy()).isTrue();
                    }),
            new Scenario(
                    "migrate",
                    (world, stat) -> "",
                    (s, ops) -> ops.partition("db", "t1", 0).migrate(s.world.tablet(1), s.world.tablet(2)),
                    s -> {
                        assertThat(s.world.view().partition("db", "t1", 0))
                                .extracting(ReplicaView::endpoint)
                                .containsExactlyInAnyOrder(s.world.tablet(0), s.world.tablet(2));
                        assertThat(s.world.view().isHealthy()).isTrue();
                    }),
            new Scenario(
                    "recoverTable",
                    (world, stat) -> {
                        world.sim().breakReplica("db", "t1", 0, world.tablet(1));
                        return "";
                    },
                    (s, ops) -> ops.partition("db", "t1", 0).recoverTable(s.world.tablet(1)),
                    s -> assertThat(s.world.view().isHealthy()).isTrue()),
            new Scenario(
                    "cancelOp",
                    (world, stat) -> {
                        world.sim().holdOps();
                        world.ops()
                                .nameServer()
                                .addReplica(new dev.opsdk.openmldb.model.PartitionId("db", "t1", 0), world.tablet(2));
                        return world.sim().ops().get(0).id();
                    },
                    (s, ops) -> ops.opProcedures().cancel((Long) s.mark),
                    s -> {
                        assertThat(s.world.sim().ops())
                                .noneMatch(op -> op.status() == OpStatus.INITED || op.status() == OpStatus.DOING);
                        assertThat(s.world.view().partition("db", "t1", 0)).hasSize(2);
                    }),
            new Scenario(
                    "deleteOps",
                    (world, stat) -> {
                        world.sim().failOps("kAddReplicaOP", "kPauseSnapshot", 1);
                        world.ops()
                                .nameServer()
                                .addReplica(new dev.opsdk.openmldb.model.PartitionId("db", "t1", 0), world.tablet(2));
                        world.sim().advance(Duration.ofSeconds(10));
                        return "";
                    },
                    (s, ops) -> ops.opProcedures().deleteAll("db", OpState.Known.FAILED),
                    s -> assertThat(s.world.sim().ops()).isEmpty()));

    private static void basis(OpenMldbSimulatorBuilder sim) {
        sim.tablets(3).nameServers(3).systemTables(false);
    }

    private Setting fill(OpenMldbWorld world, Path stat) {
        world.sim()
                .table("db", "t1")
                .partitions(4)
                .rows(10)
                .partitionOn(0, world.tablet(0), world.tablet(1))
                .partitionOn(1, world.tablet(1), world.tablet(2))
                .partitionOn(2, world.tablet(2), world.tablet(0))
                .partitionOn(3, world.tablet(0), world.tablet(1))
                .create();
        world.sim()
                .table("db", "single")
                .partitions(1)
                .rows(5)
                .placedOn(world.tablet(0))
                .create();
        world.sim()
                .table("db", "solo")
                .partitions(1)
                .rows(5)
                .placedOn(world.tablet(1))
                .create();
        return new Setting(world, stat, before.apply(world, stat));
    }

    /** Without sockets. */
    Setting inProcess(Path stat, Duration takeOver) {
        return fill(
                OpenMldbWorld.inProcess(sim -> {
                    basis(sim);
                    sim.takeOverTime(takeOver);
                }),
                stat);
    }

    /** Over sockets. */
    Setting overSockets(Path stat) {
        return fill(OpenMldbWorld.start(Scenario::basis), stat);
    }

    Plan plan(Setting setting) {
        return confirmed(plan.apply(setting, setting.world.ops()));
    }

    static Plan confirmed(Plan plan) {
        return plan.destructive() ? plan.confirm(plan.target()) : plan;
    }

    /** Runs it; the report also when it did not get there. */
    static Report run(Plan plan) {
        return run(Plan::run, plan);
    }

    /** In a way of its own. */
    static Report run(Function<Plan, Report> how, Plan plan) {
        try {
            return how.apply(plan);
        } catch (ProcedureException e) {
            assertThat(e.report().complete()).isFalse();
            assertThat(e.report().next()).as("what to do next: %s", e.report()).isNotEmpty();
            return e.report();
        }
    }

    static StepResult first(Report report) {
        return report.steps().get(0);
    }

    static StepResult last(Report report) {
        return report.steps().get(report.steps().size() - 1);
    }

    /** Goes on until it is there. */
    void finish(Setting setting, Report report) {
        assertThat(setting.world.sim().isAutoFailover()).as("%s", report).isTrue();
        if (!report.complete()) {
            Report end = run(confirmed(report.resume()));
            assertThat(end.complete()).as("%s%n%nwent on as%n%s", report, end).isTrue();
        }
        try {
            goal.accept(setting);
        } catch (AssertionError e) {
            throw new AssertionError("the goal is not reached: " + e.getMessage() + "\n" + report, e);
        }
        assertThat(setting.world.sim().isAutoFailover()).isTrue();
    }

    /** What changes something was taken by the server once at most. */
    static void onlyOnce(Setting setting, Optional<String> repeatable) {
        setting.world.mutations().stream()
                .filter(call -> call.code() == 0 && !call.method().equals("ConfSet"))
                .filter(call -> repeatable.filter(call.method()::equals).isEmpty())
                .collect(Collectors.groupingBy(
                        (SimCall call) -> List.of(call.method(), call.request()), Collectors.counting()))
                .forEach((call, times) -> assertThat(times).as("%s", call).isEqualTo(1));
    }
}
