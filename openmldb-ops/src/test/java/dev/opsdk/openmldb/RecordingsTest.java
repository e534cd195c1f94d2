package dev.opsdk.openmldb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.openmldb.model.LoadTable;
import dev.opsdk.openmldb.model.OpState;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.ReturnCode;
import dev.opsdk.openmldb.model.StorageMode;
import dev.opsdk.openmldb.model.TableMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each recorded exchange through this client: the same request, and nothing of the answer lost. */
class RecordingsTest {
    /** What this client refuses to send, or has no call for; see {@link BadInputTest} for the former. */
    private static final List<String> NOT_SENT = List.of(
            "010-query-UseDatabase-unknown.txt",
            "013-query-ShowCatalog.txt",
            "031-failover-ConfSet-badvalue.txt",
            "034-changeleader-leader-alive-no-candidate.txt",
            "077-migrate-no-pid.txt",
            "095-op-DeleteOP-inited.txt",
            "102-recoverdata-LoadTable-no-name.txt",
            "103-recoverdata-LoadTable-as-tool-sends.txt",
            "116-recoverdata-ShowOPStatus-db-emptystring.txt",
            "166-standby-ChangeLeader.txt");

    private static boolean aCall(RecordedExchange exchange) {
        return !exchange.file().matches("\\d+-(http|auth|builtin)-.*");
    }

    @TestFactory
    Stream<DynamicTest> sameRequestAndNothingLost() {
        return RecordedExchange.all().stream()
                .filter(RecordingsTest::aCall)
                .filter(exchange -> !NOT_SENT.contains(exchange.file()))
                .map(exchange -> DynamicTest.dynamicTest(exchange.file(), () -> check(exchange)));
    }

    private static void check(RecordedExchange exchange) throws Exception {
        JsonNode recorded = tree(exchange.request());
        Function<OpenMldbOps, Object> call = call(exchange.path(), recorded).orElseThrow();
        boolean conf = exchange.path().endsWith("ConfGet");
        Answer answer = Answer.json(exchange.answer());
        AtomicReference<Object> got = new AtomicReference<>();
        try (FaultServer server = FaultServer.start(answer);
                OpenMldbOps mldb = Mldb.client(server)) {
            if (!conf) {
                server.prelude("/NameServer/ConfGet", Mldb.LEADS);
            }
            Throwable failure = catchThrowable(() -> got.set(call.apply(mldb)));

            FaultServer.Arrival sent = server.arrivals().get(0);
            assertThat(sent.path()).isEqualTo(exchange.path());
            sameRequest(recorded, (ObjectNode) tree(sent.body()));
            ObjectNode reply = (ObjectNode) tree(exchange.answer());
            long code = reply.path("code").asLong();
            if (code == 300) {
                assertThat(failure).isInstanceOf(UnreachableException.class).hasMessageContaining("code 300");
            } else if (code == 0 || (code == 134 && exchange.path().endsWith("GetTableFollower"))) {
                assertThat(failure).isNull();
                sameAnswer(reply, got.get());
            } else {
                assertThat(failure)
                        .isInstanceOf(RejectedException.class)
                        .hasMessageContaining(reply.path("msg").asText());
                RejectedException refused = (RejectedException) failure;
                assertThat(ReturnCode.of(refused)).hasValue(ReturnCode.of(code));
                assertThat(refused.remedy()).isPresent();
            }
        }
    }

    /** What is said with its default may be left out in one of the two. */
    private static void sameRequest(JsonNode recorded, ObjectNode sent) {
        for (String optional : List.of("db", "show_all", "need_schema", "need_restore")) {
            if (!recorded.has(optional)) {
                sent.remove(optional);
            }
        }
        JsonNode expected =
                recorded.equals(tree("{}")) && sent.path("show_all").isMissingNode() ? tree("{}") : recorded;
        assertThat(sent).isEqualTo(expected);
    }

    private static void sameAnswer(ObjectNode reply, Object got) {
        List<String> missing = new ArrayList<>();
        reply.remove("code");
        reply.remove("msg");
        if (reply.isEmpty()) {
            assertThat(got).isIn(true, List.of(), Optional.empty());
            return;
        }
        JsonNode known = Json.wire()
                .valueToTree(got instanceof Optional<?> one ? one.stream().toList() : got);
        JsonNode wanted =
                known.isArray() || reply.has("conf") ? reply.iterator().next() : reply;
        lost("", wanted, known, missing);
        assertThat(missing).isEmpty();
    }

    private static void lost(String path, JsonNode wanted, JsonNode known, List<String> missing) {
        if (wanted.isObject()) {
            wanted.properties()
                    .forEach(field ->
                            lost(path + "." + field.getKey(), field.getValue(), known.path(field.getKey()), missing));
        } else if (wanted.isArray()) {
            for (int i = 0; i < wanted.size(); i++) {
                lost(path + "[" + i + "]", wanted.get(i), known.path(i), missing);
            }
        } else if (!wanted.asText().equals(known.asText()) || known.isMissingNode()) {
            missing.add(path + ": " + wanted + " became " + known);
        }
    }

    @Test
    void whatIsNotSentIsListedBecauseItCannotBeSaid() {
        assertThat(RecordedExchange.all()).hasSizeGreaterThan(150);
        assertThat(NOT_SENT)
                .isSubsetOf(RecordedExchange.all().stream()
                        .map(RecordedExchange::file)
                        .toList());
    }

    private static Optional<Function<OpenMldbOps, Object>> call(String path, JsonNode b) {
        String db = b.path("db").asText();
        String name = b.path("name").asText();
        String endpoint = b.path("endpoint").asText();
        long pid = b.path("pid").asLong();
        long tid = b.path("tid").asLong();
        return Optional.ofNullable(
                switch (path) {
                    case "/NameServer/ShowTablet" -> m -> m.nameServer().tablets();
                    case "/NameServer/ShowSdkEndpoint" -> m -> m.nameServer().sdkEndpoints();
                    case "/NameServer/ShowDatabase" -> m -> m.nameServer().databases();
                    case "/NameServer/ConfGet" -> m -> m.nameServer().config();
                    case "/NameServer/ShowTable" ->
                        m -> b.path("show_all").asBoolean()
                                ? m.nameServer().tables()
                                : b.has("name")
                                        ? m.nameServer().table(db, name)
                                        : m.nameServer().tables(db);
                    case "/NameServer/ShowOPStatus" ->
                        m -> b.has("op_id")
                                ? m.nameServer().op(b.path("op_id").asLong())
                                : b.has("pid")
                                        ? m.nameServer().ops(new PartitionId(db, name, pid))
                                        : b.has("db")
                                                ? m.nameServer().ops(db)
                                                : m.nameServer().ops();
                    case "/NameServer/ConfSet" ->
                        done(m -> m.nameServer()
                                .autoFailover(b.at("/conf/value").asText().equals("true")));
                    case "/NameServer/ChangeLeader" ->
                        done(m -> m.nameServer()
                                .changeLeader(
                                        new PartitionId(db, name, pid),
                                        b.path("candidate_leader").asText()));
                    case "/NameServer/Migrate" ->
                        done(m -> m.nameServer()
                                .migrate(
                                        db,
                                        name,
                                        List.of(b.at("/pid/0").asLong()),
                                        b.path("src_endpoint").asText(),
                                        b.path("des_endpoint").asText()));
                    case "/NameServer/AddReplicaNS" ->
                        done(m -> m.nameServer().addReplica(new PartitionId(db, name, pid), endpoint));
                    case "/NameServer/DelReplicaNS" ->
                        done(m -> m.nameServer().delReplica(new PartitionId(db, name, pid), endpoint));
                    case "/NameServer/RecoverTable" ->
                        done(m -> m.nameServer().recoverTable(new PartitionId(db, name, pid), endpoint));
                    case "/NameServer/UpdateTableAliveStatus" ->
                        done(m -> m.nameServer()
                                .updateTableAliveStatus(
                                        new PartitionId(db, name, pid),
                                        endpoint,
                                        b.path("is_alive").asBoolean()));
                    case "/NameServer/OfflineEndpoint" ->
                        done(m -> m.nameServer().offlineEndpoint(endpoint));
                    case "/NameServer/RecoverEndpoint" ->
                        done(m -> m.nameServer()
                                .recoverEndpoint(
                                        endpoint, b.path("need_restore").asBoolean()));
                    case "/NameServer/MakeSnapshotNS" ->
                        done(m -> m.nameServer().makeSnapshot(new PartitionId(db, name, pid)));
                    case "/NameServer/CancelOP" ->
                        done(m -> m.nameServer().cancelOp(b.path("op_id").asLong()));
                    case "/NameServer/DeleteOP" ->
                        done(m -> {
                            if (b.has("op_id")) {
                                m.nameServer().deleteOp(b.path("op_id").asLong());
                            } else {
                                m.nameServer().deleteOps(db, OpState.Known.FAILED);
                            }
                        });
                    case "/TabletServer/GetTableStatus" ->
                        m -> b.has("tid")
                                ? m.tablet("tablet_a").partition(tid, pid)
                                : m.tablet("tablet_a").partitions();
                    case "/TabletServer/GetTableFollower" ->
                        m -> m.tablet("tablet_a").followers(tid, pid);
                    case "/TabletServer/LoadTable" ->
                        done(m -> m.tablet("tablet_a")
                                .load(new LoadTable(
                                        b.at("/table_meta/name").asText(),
                                        b.at("/table_meta/tid").asLong(),
                                        b.at("/table_meta/pid").asLong(),
                                        TableMode.Known.FOLLOWER,
                                        StorageMode.Known.MEMORY,
                                        8)));
                    default -> null;
                });
    }

    private static Function<OpenMldbOps, Object> done(java.util.function.Consumer<OpenMldbOps> call) {
        return mldb -> {
            call.accept(mldb);
            return true;
        };
    }

    private static JsonNode tree(String json) {
        try {
            return Json.wire().readTree(json);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
