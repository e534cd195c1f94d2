package dev.opsdk.simulator.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import dev.opsdk.simulator.Wire;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Asks what the recorder asked of a cluster in the same state, and expects the same status, headers, keys in the same
 * order, and values, except for times, op ids, terms and versions.
 */
class RecordingReplayTest {

    private static OpenMldbSimulator recorded(boolean autoFailover, boolean names) {
        OpenMldbSimulator sim = OpenMldbSimulator.builder()
                .sockets(false)
                .autoFailover(autoFailover)
                .useNames(names)
                .version("0.9.3-recording")
                .start();
        String a = sim.tablet(0).endpoint();
        String b = sim.tablet(1).endpoint();
        String c = sim.tablet(2).endpoint();
        sim.table("demo_db", "t1")
                .partitions(2)
                .replicas(2)
                .partitionOn(0, a, b)
                .partitionOn(1, b, c)
                .rows(7)
                .create();
        sim.table("demo_db", "single").placedOn(c).rows(3).create();
        sim.table("demo_db", "disk_t")
                .placedOn(a, b, c)
                .storage(StorageMode.SSD)
                .offlinePath("hdfs://nn/openmldb/demo_db/disk_t")
                .rows(5)
                .create();
        sim.database("empty_db");
        return sim;
    }

    /** The recorder's addresses in this cluster. */
    private static Map<String, String> addresses(OpenMldbSimulator sim) {
        return Map.of(
                "7527", sim.nameServerEndpoints().get(0),
                "7528", sim.nameServerEndpoints().get(1),
                "0921", sim.tablet(0).address(),
                "0922", sim.tablet(1).address(),
                "0923", sim.tablet(2).address());
    }

    private static String address(OpenMldbSimulator sim, int port) {
        String text = String.valueOf(port);
        return addresses(sim).get(text.substring(text.length() - 4));
    }

    private static String translated(OpenMldbSimulator sim, String text) {
        String here = text;
        for (Map.Entry<String, String> address : addresses(sim).entrySet()) {
            here = here.replaceAll("127\\.0\\.0\\.1:[1-5]?" + address.getKey() + "\\b", address.getValue());
        }
        return here.replace("tablet_a", "tablet_1")
                .replace("tablet_b", "tablet_2")
                .replace("tablet_c", "tablet_3");
    }

    private static void replay(OpenMldbSimulator sim, String name) {
        replay(sim, name, body -> body);
    }

    private static void replay(OpenMldbSimulator sim, String name, UnaryOperator<String> change) {
        Recording recording = Recording.load(name);
        SimRequest sent = recording.request();
        String body = change.apply(translated(sim, sent.body()));
        SimRequest request = new SimRequest(sent.method(), sent.target(), sent.headers(), body);
        SimResponse answer;
        try {
            answer = sim.exchange(address(sim, recording.port()), request);
        } catch (NoAnswerException e) {
            assertThat(recording.status()).as(name).isZero();
            assertThat(e.reason()).as(name).isEqualTo(NoAnswerException.Reason.CLOSED);
            return;
        }
        assertThat(answer.status()).as(name).isEqualTo(recording.status());
        assertThat(answer.headers()).as(name).containsExactlyInAnyOrderEntriesOf(recording.headers());
        String expected = translated(sim, recording.body());
        if (expected.startsWith("{")) {
            same(name, Wire.read(expected), Wire.read(answer.body()));
        } else {
            assertThat(answer.body().strip()).as(name).isEqualTo(expected);
        }
    }

    private static void same(String where, JsonNode expected, JsonNode actual) {
        assertThat(actual.getNodeType()).as(where).isEqualTo(expected.getNodeType());
        if (expected.isObject()) {
            assertThat(names(actual)).as(where).isEqualTo(names(expected));
            expected.fieldNames().forEachRemaining(field -> {
                if (!varies(field)) {
                    same(where + "/" + field, expected.path(field), actual.path(field));
                }
            });
        } else if (expected.isArray()) {
            assertThat(actual.size()).as(where).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                same(where + "/" + i, expected.path(i), actual.path(i));
            }
        } else {
            assertThat(actual).as(where).isEqualTo(expected);
        }
    }

    private static boolean varies(String field) {
        return field.equals("age")
                || field.equals("version")
                || field.equals("op_id")
                || field.equals("start_time")
                || field.equals("end_time")
                || field.equals("term");
    }

    private static String names(JsonNode object) {
        StringBuilder names = new StringBuilder();
        for (Iterator<String> each = object.fieldNames(); each.hasNext(); ) {
            names.append(each.next()).append(' ');
        }
        return names.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "001-query-ShowTablet",
                "002-query-ShowTable-show_all",
                "003-query-ShowTable-db-name",
                "004-query-ShowTable-db",
                "005-query-ShowTable-system-db",
                "007-query-ShowTable-unknown-db",
                "008-query-ShowTable-empty-request",
                "009-query-ShowDatabase",
                "010-query-UseDatabase-unknown",
                "011-query-ShowOPStatus-none",
                "012-query-ConfGet",
                "013-query-ShowCatalog",
                "014-query-ShowSdkEndpoint-none",
                "016-tablet-GetTableStatus-one",
                "017-tablet-GetTableStatus-none",
                "018-tablet-GetTableStatus-disk-table",
                "020-tablet-GetTableFollower-follower",
                "021-tablet-GetTableFollower-single",
                "022-tablet-GetTableFollower-missing",
                "023-failover-ChangeLeader-refused",
                "026-failover-UpdateTableAliveStatus-refused",
                "027-failover-CancelOP-refused",
                "028-failover-OfflineEndpoint-refused",
                "029-failover-RecoverEndpoint-refused",
                "031-failover-ConfSet-badvalue",
                "117-http-missing-required",
                "118-http-missing-required-nested",
                "119-http-null-required",
                "121-http-required-wrong-type",
                "122-http-required-negative",
                "126-http-repeated-wrong-element",
                "127-http-enum-by-number",
                "128-http-enum-by-name",
                "129-http-enum-invalid",
                "131-http-camelCase-not-accepted",
                "132-http-malformed-json",
                "133-http-malformed-trailing",
                "134-http-json-array",
                "137-http-empty-body-no-required",
                "138-http-empty-body-required",
                "139-http-no-body-post",
                "140-http-GET-no-body",
                "141-http-GET-no-body-optional-fields",
                "142-http-GET-no-body-required",
                "144-http-GET-query-string-ignored",
                "147-http-full-service-name-tablet",
                "148-http-unknown-method",
                "149-http-method-case-sensitive",
                "150-http-unknown-service",
                "151-http-wrong-service-on-port",
                "152-http-service-only",
                "153-http-extra-path",
                "154-http-unimplemented-method",
                "163-standby-ShowTablet",
                "165-standby-ConfGet",
                "166-standby-ChangeLeader",
                "167-standby-ShowOPStatus",
                "168-auth-skip_grant_tables-true-no-header",
                "179-builtin-root",
                "180-builtin-health",
                "181-builtin-version",
                "182-builtin-status",
                "183-builtin-vars",
                "184-builtin-flags",
                "185-builtin-index",
                "186-builtin-connections",
                "190-builtin-NameServer",
                "191-builtin-favicon.ico",
                "192-builtin-health-no-auth",
                "193-builtin-version-no-auth",
            })
    void aFreshCluster(String name) {
        try (OpenMldbSimulator sim = recorded(true, false)) {
            replay(sim, name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "032-failover-ConfSet-false",
                "033-failover-ConfGet-after",
                "034-changeleader-leader-alive-no-candidate",
                "035-changeleader-candidate-not-follower",
                "036-changeleader-single-replica",
                "037-changeleader-unknown-table",
                "038-changeleader-unknown-pid",
                "136-http-malformed-on-fieldless-request",
                "145-http-PUT",
                "146-http-full-service-name",
                "155-http-no-content-type",
                "157-http-json-charset",
                "158-http-accept-gzip",
                "161-http-expect-100",
                "169-auth-skip_grant_tables-true-any-value",
            })
    void withoutAutoFailover(String name) {
        try (OpenMldbSimulator sim = recorded(false, false)) {
            replay(sim, name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "171-auth-skip_grant_tables-false-no-header",
                "172-auth-skip_grant_tables-false-foo",
                "173-auth-skip_grant_tables-false-service-token",
                "174-auth-skip_grant_tables-false-user",
                "175-auth-skip_grant_tables-false-user-badpw",
                "176-auth-skip_grant_tables-false-basic",
                "177-auth-skip_grant_tables-false-tablet",
                "178-auth-skip_grant_tables-false-unknown-path-no-auth",
            })
    void withCheckedCredentials(String name) {
        try (OpenMldbSimulator sim =
                OpenMldbSimulator.builder().sockets(false).grantTables(true).start()) {
            replay(sim, name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "194-variant-use_name-ShowTablet",
                "196-variant-use_name-ConfSet",
                "197-variant-use_name-AddReplica-by-address",
                "198-variant-use_name-AddReplica-by-name",
            })
    void withNames(String name) {
        try (OpenMldbSimulator sim = recorded(false, true)) {
            replay(sim, name);
        }
    }

    @Test
    void theWholeStoryOfAChangedLeaderAndMovedReplicas() {
        try (OpenMldbSimulator sim = recorded(false, false)) {
            Asked asked = new Asked(sim);
            String a = sim.tablet(0).endpoint();
            asked.ns("ChangeLeader", "{\"db\":\"demo_db\",\"name\":\"t1\",\"pid\":0,\"candidate_leader\":\"auto\"}");
            replay(sim, "040-changeleader-op-just-created");
            sim.advance(Duration.ofSeconds(1));
            replay(sim, "041-changeleader-op-doing");
            settle(sim);
            replay(sim, "042-changeleader-op-done");
            replay(sim, "043-changeleader-ShowTable-after");
            replay(sim, "124-http-uint64-as-string", 1);
            replay(sim, "044-changeleader-RecoverTable-old-leader");
            settle(sim);
            replay(sim, "045-changeleader-ops-after-recover");
            replay(sim, "047-changeleader-GetTableStatus-old-leader");
            replay(sim, "048-replica-AddReplica-exists");
            replay(sim, "049-replica-AddReplica-badpid");
            replay(sim, "050-replica-AddReplica-unknown-endpoint");
            replay(sim, "051-replica-AddReplica-ok");
            replay(sim, "052-replica-AddReplica-progress-kInited-");
            for (String step : new String[] {
                "053-replica-AddReplica-progress-kDoing-kPauseSnapshot",
                "054-replica-AddReplica-progress-kDoing-kSendSnapshot",
                "055-replica-AddReplica-progress-kDoing-kLoadTable",
                "056-replica-AddReplica-progress-kDoing-kAddReplica",
                "057-replica-AddReplica-progress-kDoing-kRecoverSnapshot",
                "058-replica-AddReplica-progress-kDoing-kAddTableInfo",
                "059-replica-AddReplica-progress-kDoing-kCheckBinlogSyncProgress"
            }) {
                sim.advance(Duration.ofMillis(500));
                replay(sim, step);
            }
            settle(sim);
            replay(sim, "063-replica-ShowTable-after-add");
            replay(sim, "064-replica-DelReplica-leader-refused");
            replay(sim, "065-replica-DelReplica-not-there");
            String single = "{\"db\":\"demo_db\",\"name\":\"single\",\"pid\":0,";
            asked.ns("ChangeLeader", single + "\"candidate_leader\":\"" + a + "\"}");
            settle(sim);
            replay(sim, "067-replica-DelReplica-before-recover-refused");
            replay(sim, "068-replica-RecoverTable-old");
            settle(sim);
            replay(sim, "069-replica-DelReplica-ok");
            settle(sim);
            replay(sim, "070-replica-ops-all");
            replay(sim, "071-replica-ShowTable-final");
            replay(sim, "130-http-unknown-field");
            replay(sim, "143-http-GET-with-body");
            replay(sim, "162-http-chunked-request");
            moved(sim);
        }
    }

    private static void moved(OpenMldbSimulator sim) {
        replay(sim, "072-migrate-leader-refused");
        replay(sim, "073-migrate-src-has-no-partition");
        replay(sim, "074-migrate-already-in-des");
        replay(sim, "075-migrate-unknown-src");
        replay(sim, "076-migrate-unknown-des");
        replay(sim, "077-migrate-no-pid");
        replay(sim, "078-migrate-ok");
        sim.advance(Duration.ofMillis(3800));
        replay(sim, "080-migrate-ShowTable-midway");
        settle(sim);
        replay(sim, "081-migrate-done");
        replay(sim, "082-migrate-ShowTable-after");
        replay(sim, "083-recover-alive-refused");
        replay(sim, "084-recover-unknown-endpoint");
        replay(sim, "085-recover-not-a-replica");
        sim.failOps("kMakeSnapshotOP", "kMakeSnapshot", 1);
        replay(sim, "086-op-failed-start");
        settle(sim);
        replay(sim, "087-op-failed");
        replay(sim, "088-op-cancel-start");
        long id = sim.ops().get(sim.ops().size() - 1).id();
        replay(sim, "089-op-cancel-ok", id);
        replay(sim, "090-op-cancel-again", id);
        replay(sim, "091-op-canceled", id);
        replay(sim, "092-op-DeleteOP-id", id);
        replay(sim, "093-op-DeleteOP-unknown");
        replay(sim, "094-op-DeleteOP-status");
        replay(sim, "095-op-DeleteOP-inited");
        recovered(sim);
    }

    private static void recovered(OpenMldbSimulator sim) {
        sim.tablet(2).kill();
        replay(sim, "096-recoverdata-ShowTablet-one-offline");
        replay(sim, "097-recoverdata-AddReplica-offline-tablet");
        replay(sim, "098-recoverdata-RecoverTable-offline-tablet");
        sim.tablet(2).restart();
        replay(sim, "101-recoverdata-GetTableStatus-empty-tablet");
        replay(sim, "102-recoverdata-LoadTable-no-name");
        replay(sim, "103-recoverdata-LoadTable-as-tool-sends");
        replay(sim, "105-recoverdata-LoadTable-again");
        settle(sim);
        replay(sim, "107-recoverdata-UpdateAlive-yes");
        replay(sim, "108-recoverdata-UpdateAlive-no");
        replay(sim, "109-recoverdata-UpdateAlive-nothing");
        replay(sim, "112-recoverdata-RecoverTable-follower");
        replay(sim, "116-recoverdata-ShowOPStatus-db-emptystring");
    }

    @Test
    void successWithoutAnOperation() {
        try (OpenMldbSimulator sim = recorded(false, false)) {
            sim.tablet(1).kill();
            replay(sim, "201-silent-ChangeLeader-follower-tablet-offline");
            replay(sim, "202-silent-ChangeLeader-no-op");
            sim.tablet(1).restart();
            replay(sim, "203-silent-leader-marked-dead");
            replay(sim, "204-silent-follower-marked-dead");
            new Asked(sim)
                    .ns(
                            "RecoverTable",
                            "{\"db\":\"demo_db\",\"name\":\"t1\",\"pid\":0,\"endpoint\":\""
                                    + sim.tablet(1).endpoint() + "\"}");
            replay(sim, "206-silent-RecoverTable-no-op");
        }
    }

    private static void settle(OpenMldbSimulator sim) {
        sim.advance(Duration.ofMinutes(1));
    }

    /** With the op id of this cluster in the request. */
    private static void replay(OpenMldbSimulator sim, String name, long opId) {
        replay(sim, name, body -> body.replaceAll("(\"op_id\":\"?)\\d+", "$1" + opId));
    }
}
