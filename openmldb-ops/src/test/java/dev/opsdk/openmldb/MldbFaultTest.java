package dev.opsdk.openmldb;

import static dev.opsdk.openmldb.Mldb.OK;
import static dev.opsdk.openmldb.Mldb.T1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.testkit.Expectation;
import dev.opsdk.core.testkit.Fault;
import dev.opsdk.core.testkit.FaultKit;
import dev.opsdk.core.testkit.Probe;
import dev.opsdk.openmldb.internal.Operations;
import dev.opsdk.openmldb.model.LoadTable;
import dev.opsdk.openmldb.model.StorageMode;
import dev.opsdk.openmldb.model.TableMode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MldbFaultTest extends FaultKit {
    private static Probe.Call with(Consumer<OpenMldbOps> call) {
        return (BaseUrl url) -> {
            try (OpenMldbOps mldb = FaultKit.quick(OpenMldbOps.builder())
                    .nameServers("ns:7527")
                    .address("ns:7527", url.toString())
                    .address("tablet_a", url.toString())
                    .leaderWindow(Duration.ZERO)
                    .build()) {
                call.accept(mldb);
            }
        };
    }

    private static Probe order(String name, Consumer<NameServer> call) {
        return Probe.mutation(name, with(mldb -> call.accept(mldb.nameServer())))
                .after("/NameServer/ConfGet", Mldb.LEADS)
                .answering(OK);
    }

    private static Probe read(String name, Consumer<NameServer> call) {
        return Probe.read(name, with(mldb -> call.accept(mldb.nameServer())))
                .after("/NameServer/ConfGet", Mldb.LEADS)
                .answering(OK);
    }

    private static Probe ofTablet(String name, Consumer<TabletServer> call) {
        return Probe.read(name, with(mldb -> call.accept(mldb.tablet("tablet_a"))))
                .answering(OK);
    }

    @Override
    protected List<Probe> probes() {
        LoadTable load = new LoadTable("t1", 6, 1, TableMode.Known.LEADER, StorageMode.Known.MEMORY, 8);
        return List.of(
                read("ShowTablet", NameServer::tablets),
                read("ShowSdkEndpoint", NameServer::sdkEndpoints),
                read("ShowTable", NameServer::tables),
                read("ShowDatabase", NameServer::databases),
                read("ShowOPStatus", NameServer::ops),
                Probe.read("ConfGet", with(mldb -> mldb.nameServer().config()))
                        .answering("{\"code\":0,\"msg\":\"ok\",\"conf\":{}}"),
                order("ConfSet", n -> n.autoFailover(false)),
                order("ChangeLeader", n -> n.changeLeaderAuto(T1)),
                order("Migrate", n -> n.migrate(T1, "a:1", "b:1")),
                order("AddReplicaNS", n -> n.addReplica(T1, "a:1")),
                order("DelReplicaNS", n -> n.delReplica(T1, "a:1")),
                order("RecoverTable", n -> n.recoverTable(T1, "a:1")),
                order("UpdateTableAliveStatus", n -> n.updateTableAliveStatus(T1, "a:1", true)),
                order("OfflineEndpoint", n -> n.offlineEndpoint("a:1")),
                order("RecoverEndpoint", n -> n.recoverEndpoint("a:1", true)),
                order("MakeSnapshotNS", n -> n.makeSnapshot(T1)),
                order("CancelOP", n -> n.cancelOp(1)),
                order("DeleteOP", n -> n.deleteOp(1)),
                ofTablet("GetTableStatus", TabletServer::partitions),
                ofTablet("GetTableFollower", t -> t.followers(6, 0)),
                ofTablet("GetTermPair", t -> t.termPair(6, 0, StorageMode.Known.MEMORY)),
                Probe.mutation("LoadTable", with(mldb -> mldb.tablet("tablet_a").load(load)))
                        .answering(OK),
                ofTablet("version", TabletServer::version),
                ofTablet("health", TabletServer::healthy));
    }

    /** To the leader nothing goes before somebody said that it leads. The two pages of plain text may be nearly anything. */
    @Override
    protected Expectation expectation(Probe probe, Fault fault) {
        Expectation design = super.expectation(probe, fault);
        boolean plain = probe.name().equals("version") || probe.name().equals("health");
        if (plain && (fault == Fault.NOT_JSON)) {
            return Expectation.returns();
        }
        if (probe.name().equals("ConfGet")) {
            boolean silent =
                    design.type().filter(NoReplyException.class::equals).isPresent();
            return silent
                    ? Expectation.fails(UnreachableException.class, Outcome.NOT_DONE)
                            .requests(0, 1)
                    : fault == Fault.WRONG_CONTENT_TYPE ? design.requests(1, 2) : design;
        }
        boolean neverAsked = fault == Fault.RESET_BEFORE && !probe.preludes().isEmpty();
        return neverAsked
                ? Expectation.fails(UnreachableException.class, Outcome.NOT_DONE)
                        .requests(0, 0)
                : design;
    }

    @Test
    void everyWireMethodIsProbed() {
        Set<String> probed = probes().stream().map(Probe::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(probed).isEqualTo(Operations.all());
    }
}
