package dev.opsdk.openmldb.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.openmldb.model.Op;
import dev.opsdk.openmldb.model.OpState;
import dev.opsdk.openmldb.model.OpType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_172_270);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static Op op(long id, String type, String state, long start, long end, String task) {
        return Op.builder()
                .id(id)
                .type(OpType.of(type))
                .state(OpState.of(state))
                .startSeconds(start)
                .endSeconds(end)
                .taskText(task)
                .db("demo_db")
                .table("t1")
                .pidNumber(1)
                .build();
    }

    @Test
    void opsPrintAsTheToolPrintsThem() {
        Op waiting = op(44, "kMigrateOP", "kInited", 0, 0, "-");
        Op running = op(43, "kAddReplicaOP", "kDoing", 1_795_172_264, 0, "kSendSnapshot");
        Op done = Op.builder()
                .from(op(42, "kChangeLeaderOP", "kDone", 1_795_172_260, 1_795_172_263, "-"))
                .pidNumber(4_294_967_295L)
                .table(Optional.empty())
                .forReplicaCluster(1)
                .build();
        OpStatusReport report = OpStatusReport.of(
                List.of("__INTERNAL_DB", "demo_db"), List.of(waiting, done, running), Optional.empty(), NOW, SHANGHAI);
        assertThat(report).hasToString("""
                db op_id op_type name pid status start_time execute_time end_time cur_task for_replica_cluster
                demo_db 42 kChangeLeaderOP - - kDone 20261120185740 3s 20261120185743 - yes
                demo_db 43 kAddReplicaOP t1 1 kDoing 20261120185744 6s - kSendSnapshot no
                demo_db 44 kMigrateOP t1 1 kInited - - - - no""");
    }

    @Test
    void opsAreFilteredByExactlyTheirStatus() {
        List<Op> ops =
                List.of(op(1, "kMigrateOP", "kFailed", 5, 6, "kLoadTable"), op(2, "kMigrateOP", "kDone", 5, 6, "-"));
        assertThat(OpStatusReport.of(List.of("demo_db"), ops, Optional.of("kFailed"), NOW, SHANGHAI)
                        .rows())
                .extracting(row -> row.op().id())
                .containsExactly(1L);
        assertThat(OpStatusReport.of(List.of("demo_db"), ops, Optional.of("kfailed"), NOW, SHANGHAI)
                        .rows())
                .isEmpty();
    }

    @Test
    void w12_anUnknownDatabaseIsRefusedInsteadOfShowingOthers() {
        assertThat(OpStatusReport.refusal("nope", List.of("demo_db"))
                        .orElseThrow()
                        .text())
                .isEqualTo(
                        "no database has this name; there are [__INTERNAL_DB, __PRE_AGG_DB, INFORMATION_SCHEMA, demo_db]");
        assertThat(OpStatusReport.refusal("demo_db", List.of("demo_db"))).isEmpty();
        assertThat(OpStatusReport.refusal("__PRE_AGG_DB", List.of("demo_db"))).isEmpty();
    }

    @Test
    void progressCountsTheTasksOfAnOp() {
        OpProgress sending = OpProgress.of(op(1, "kAddReplicaOP", "kDoing", 5, 0, "kSendSnapshot"));
        assertThat(sending).hasToString("kSendSnapshot, 2 of 8");
        assertThat(sending.fraction()).isEqualTo(0.125);
        assertThat(OpProgress.of(op(1, "kMigrateOP", "kDoing", 5, 0, "kDropTable")))
                .hasToString("kDropTable, 10 of 10");
        assertThat(OpProgress.of(op(1, "kAddIndexOP", "kDoing", 5, 0, "kNew"))).hasToString("kNew");
        assertThat(OpProgress.of(op(1, "kAddReplicaOP", "kInited", 0, 0, "-"))).hasToString("kInited");
        assertThat(OpProgress.of(op(1, "kAddReplicaOP", "kFailed", 5, 6, "kLoadTable"))
                        .fraction())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "%, demo_db, true",
        "%, '', true",
        "demo%, demo_db, true",
        "DEMO%, demo_db, false",
        "____, demo_db, false",
        "_______, demo_db, true",
        "%o_d%, demo_db, true",
        "%db%x, demo_db, false",
        "demo\\_db, demo_db, true",
        "demo\\_db, demoxdb, false",
        "demo\\%, demo%, true",
        "demo\\, demo\\, false",
        "demo\\\\, demo\\, true",
        "__, ä, true",
        "_, ä, false",
        "%%a%%, banana, true"
    })
    void likeIsOverBytes(String pattern, String name, boolean matches) {
        assertThat(new LikePattern(pattern).matches(name)).isEqualTo(matches);
    }
}
