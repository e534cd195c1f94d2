package dev.opsdk.simulator.ccr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.simulator.Wire;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Asks the simulator what the real syncer was asked, in the same order, and compares every answer. */
class RecordingReplayTest extends CcrTest {

    private static final List<String> ADDRESSES = List.of("127.0.0.1:19190", "127.0.0.1:19191");

    @Test
    void theLongRecordingIsAnsweredAlike() throws IOException {
        CcrSimulator sim = recorded();
        replay(
                sim,
                Recording.load("recorded.txt"),
                Map.ofEntries(
                        Map.entry(
                                "get_lag when FE answers with an error status",
                                () -> sim.source().answerLag(FrontendAnswer.ERROR)),
                        Map.entry(
                                "get_lag when FE is old (no seq/timestamps)",
                                () -> sim.source().answerLag(FrontendAnswer.LAG_ONLY)),
                        Map.entry(
                                "get_lag when FE answers -1 everywhere (caught up)",
                                () -> sim.source().answerLag(FrontendAnswer.MINUS_ONE)),
                        Map.entry(
                                "get_lag of b_job asked of A",
                                () -> sim.source().answerLag(FrontendAnswer.OK)),
                        Map.entry("job_status b_job after restart in DBIncrementalSync", () -> {
                            sim.source().database("demo").dropTable("bad");
                            sim.advance(Duration.ofSeconds(30));
                        }),
                        Map.entry("get_lag b_job", () -> sim.source().write("demo", 42)),
                        Map.entry(
                                "job_status b_job right after B died, asked of A",
                                () -> sim.node(1).kill()),
                        Map.entry("job_status b_job 22s after B died", () -> sim.advance(Duration.ofSeconds(25)))));
    }

    @Test
    void theSecondRecordingIsAnsweredAlike() throws IOException {
        CcrSimulator sim = recorded();
        replay(
                sim,
                Recording.load("recorded2.txt"),
                Map.ofEntries(
                        Map.entry(
                                "get_lag, FE thrift port refuses",
                                () -> sim.source().answerLag(FrontendAnswer.RPC_FAILURE)),
                        Map.entry("job_status b_job 1 x 0.3s after B restarted", () -> {
                            sim.node(1).kill();
                            sim.node(1).restart();
                        }),
                        Map.entry(
                                "job_status b_job 4 x 0.3s after B restarted",
                                () -> sim.advance(Duration.ofSeconds(2)))));
    }

    @Test
    void theThirdRecordingIsAnsweredAlike() throws IOException {
        CcrSimulator sim = recorded();
        SimDatabase copies = sim.destination().database("demo2").tables("t1", "t2", "bad");
        replay(
                sim,
                Recording.load("recorded3.txt"),
                Map.ofEntries(
                        Map.entry(
                                "desync db_job: middle table t2 refused by Doris, last table accepted",
                                () -> copies.table("t2").refuseAlter(true)),
                        Map.entry("desync db_job: last table 'bad' refused by Doris", () -> {
                            copies.table("t2").refuseAlter(false);
                            copies.table("bad").refuseAlter(true);
                        }),
                        Map.entry("job_status while the sync step hangs on source SQL", () -> {
                            sim.node(0).hangNextStep("db_job");
                            step(sim);
                        })));
    }

    private CcrSimulator recorded() {
        CcrSimulator sim = start(CcrSimulator.builder().nodes(2).advertise("127.0.0.1:19190", "127.0.0.1:19191"));
        sim.source().database("demo").dropTable("t2");
        sim.source().database("demo").table("bad").lightSchemaChange(false);
        sim.source().database("nobinlog").binlogEnabled(false);
        sim.source().refuseConnections("127.0.0.1:1");
        sim.destination().database("demo2").table("t1");
        return sim;
    }

    private static void replay(CcrSimulator sim, List<Recording> recordings, Map<String, Runnable> before)
            throws IOException {
        SoftAssertions all = new SoftAssertions();
        List<String> prepared = new ArrayList<>();
        for (Recording recording : recordings) {
            if (before.containsKey(recording.title())) {
                before.get(recording.title()).run();
                prepared.add(recording.title());
            }
            int node = ADDRESSES.indexOf("127.0.0.1:" + recording.port());
            // a new client each time: one with pooled connections may trip over those a restart has cut
            HttpResponse<String> answer = new Wire(sim.urls().get(node))
                    .send(recording.method(), recording.target(), recording.requestBody());
            all.assertThat(answer.statusCode()).as(recording.title()).isEqualTo(recording.status());
            all.assertThat(headers(answer)).as(recording.title()).isEqualTo(recording.stableHeaders());
            all.assertThat(shape(answer.body())).as(recording.title()).isEqualTo(shape(recording.responseBody()));
        }
        assertThat(prepared).containsExactlyInAnyOrderElementsOf(before.keySet());
        all.assertAll();
    }

    private static List<String> headers(HttpResponse<String> answer) {
        List<String> lines = new ArrayList<>();
        answer.headers().map().forEach((name, values) -> lines.add(proper(name) + ": " + values.get(0)));
        return lines.stream()
                .filter(line -> !line.startsWith("Date:") && !line.startsWith("Content-Length:"))
                .sorted()
                .toList();
    }

    /** Java's client gives names in lower case. */
    private static String proper(String name) {
        StringBuilder proper = new StringBuilder();
        for (String word : name.split("-", -1)) {
            proper.append(proper.isEmpty() ? "" : "-")
                    .append(Character.toUpperCase(word.charAt(0)))
                    .append(word.substring(1));
        }
        return proper.toString();
    }

    /** The text with ids, times and numbers of the log replaced; keys, their order and all words stay. */
    private static String shape(String body) {
        if (!body.startsWith("{")) {
            return body.strip();
        }
        JsonNode parsed = Wire.read(body);
        assertThat(parsed.isObject()).isTrue();
        return body.strip()
                .replaceAll("(\"(?:job_sync_id|created_at|full_sync_start_at)\":)[1-9]\\d{9}", "$1<time>")
                .replaceAll(
                        "(\"(?:lag|first_commit_seq|last_commit_seq|prev_commit_seq|commit_seq)\":)[1-9]\\d*", "$1<n>")
                // the recorded row had been put into its database by hand, without this field
                .replaceAll(",\"incremental_sync_start_at\":\\d+", "")
                .replaceAll("\"\\d{4}-\\d\\d-\\d\\d (?!08:00:00)\\d\\d:\\d\\d:\\d\\d\"", "<clock>")
                .replaceAll("(\"time_interval\":)\\d+(\\.\\d+)?", "$1<seconds>");
    }
}
