package dev.opsdk.oms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.testkit.Expectation;
import dev.opsdk.core.testkit.Fault;
import dev.opsdk.core.testkit.FaultKit;
import dev.opsdk.core.testkit.Probe;
import dev.opsdk.oms.internal.Operations;
import dev.opsdk.oms.model.CheckerType;
import dev.opsdk.oms.model.Generation;
import dev.opsdk.oms.model.StoreName;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OmsFaultTest extends FaultKit {
    private static final Instant THEN = Instant.ofEpochSecond(1_676_286_000);
    private static final String PASSWORD = "Zq7FaultPassword";

    private static Probe.Call with(Generation generation, Consumer<OmsClient> call) {
        return (BaseUrl url) -> {
            try (OmsClient oms = FaultKit.quick(OmsClient.builder())
                    .url(url.toString())
                    .generation(generation)
                    .experimental(true)
                    .build()) {
                call.accept(oms);
            }
        };
    }

    private static Probe mutation(String name, Consumer<OmsClient> call) {
        return Probe.mutation(name, with(Generation.GEN1, call)).answering(Cm.OK);
    }

    private static Probe first(String name, Consumer<Connector> call) {
        return mutation("connector " + name, oms -> call.accept(oms.connector(Cm.CONNECTOR)));
    }

    private static Probe second(String name, Consumer<Connector> call) {
        return Probe.mutation(
                        "connector v2 " + name,
                        with(Generation.GEN2, oms -> call.accept(oms.connector(Cm.CONNECTOR_V2))))
                .answering(Cm.OK);
    }

    private static Probe writer(String name, Consumer<Writer> call) {
        return mutation("applier " + name, oms -> call.accept(oms.writer(Cm.WRITER)));
    }

    private static Probe store(String name, Consumer<Store> call) {
        return mutation("crawler " + name, oms -> call.accept(oms.store(Cm.STORE)));
    }

    private static Probe checker(String name, Consumer<Checker> call) {
        return mutation("checker " + name, oms -> call.accept(oms.checker("90215")));
    }

    private static Probe read(String name, Consumer<OmsClient> call) {
        return Probe.read(name, with(Generation.GEN1, call));
    }

    @Override
    protected List<Probe> probes() {
        return List.of(
                first("startByName", c -> c.start(s -> s.fromNewCheckpoint())),
                first("stopByName", Connector::stop),
                first("updateByName", c -> c.update(u -> u.source("password", PASSWORD)))
                        .hiding(PASSWORD),
                first("migrate", c -> c.migrate("10.10.10.2")),
                second("resume", Connector::start),
                second("stop", Connector::stop),
                second("update", c -> c.update(u -> u.sink("password", PASSWORD)))
                        .hiding(PASSWORD),
                second("migrate", Connector::migrate),
                second("delete", Connector::delete),
                writer("stop", Writer::stop),
                writer("start", Writer::start),
                writer("clean", Writer::clean),
                writer("migrate", w -> w.migrateFromDeadHost("10.10.10.2")),
                writer("update", w -> w.update(u -> u.set("sync_password", PASSWORD)))
                        .hiding(PASSWORD),
                read("JDBCWriter detail", oms -> oms.writer(Cm.WRITER).detail()).answering(Cm.seed("writer-detail")),
                checker("start", c -> c.start(CheckerType.MIGRATE)),
                checker("update", c -> c.update(u -> u.diffLimit(5))),
                checker("stop", c -> c.stop(CheckerType.MIGRATE)),
                store("clear", Store::clear),
                store("restore", Store::restore),
                store("destroy", Store::destroy),
                read("crawler detail", oms -> oms.store(Cm.STORE).detail()).answering(Cm.seed("store-detail")),
                read("root", oms -> oms.experimental().ping()),
                read("metrics ping", oms -> oms.experimental().metricsPing()),
                read("crawler list", oms -> oms.experimental().stores("sub")).answering(Cm.OK),
                mutation("crawler start", oms -> oms.experimental().startStore("sub", THEN, "DELIVER2STORE")),
                mutation("crawler stop", oms -> oms.experimental().stopStore(StoreName.of(Cm.STORE))));
    }

    /** 404 is certain for this server: nobody found a route. Its two texts may be anything. */
    @Override
    protected Expectation expectation(Probe probe, Fault fault) {
        if (fault == Fault.STATUS_404) {
            return Expectation.fails(UnsupportedException.class, Outcome.NOT_DONE);
        }
        boolean text = probe.name().equals("root") || probe.name().equals("metrics ping");
        return text
                        && Set.of(Fault.HTML, Fault.NOT_JSON, Fault.EMPTY, Fault.WRONG_CONTENT_TYPE)
                                .contains(fault)
                ? Expectation.returns()
                : super.expectation(probe, fault);
    }

    @Test
    void everyWireMethodIsProbed() {
        Set<String> probed = probes().stream().map(Probe::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(probed).isEqualTo(Operations.all());
    }

    @Test
    void onlyDetailsListsAndPingsAreReads() {
        assertThat(probes())
                .filteredOn(probe -> probe.effect() == Effect.READ)
                .extracting(Probe::name)
                .containsExactly("JDBCWriter detail", "crawler detail", "root", "metrics ping", "crawler list");
    }
}
