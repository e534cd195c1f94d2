package dev.opsdk.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.core.OpsClient;
import dev.opsdk.core.error.ReadOnlyException;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.simulator.Fault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The scenarios of the {@code live} profile against simulators: the same code, in simulated time. */
class ScenariosTest {
    /** What each server is asked when only reads are; anything else in its journal is a mutation. */
    private static final Map<LiveSystem, Predicate<String>> READS = Map.of(
            LiveSystem.CCR,
                    Pattern.compile(
                                    "(GET|POST) /(version|list_jobs|features|metrics|view|job_status|job_detail|job_progress|get_lag)")
                            .asMatchPredicate(),
            LiveSystem.OMS, Pattern.compile("GET /(crawler|JDBCWriter)/detail").asMatchPredicate(),
            LiveSystem.OPENMLDB,
                    Pattern.compile("GET /version|POST /NameServer/(Show\\w+|ConfGet)|POST /TabletServer/Get\\w+")
                            .asMatchPredicate(),
            LiveSystem.CONNECTOR, request -> request.startsWith("GET "));

    @TempDir
    Path directory;

    private final Simulated sims = Simulated.start();
    private final Map<Var, String> variables = new EnumMap<>(sims.variables());
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        sims.close();
    }

    @ParameterizedTest
    @EnumSource
    void readsAndSendsNoMutation(LiveSystem system) {
        Transcript transcript = live().run(system);
        assertThat(transcript.reads()).isGreaterThan(3);
        assertThat(transcript.mutations()).isZero();
        assertThat(sims.asked(system)).hasSizeGreaterThan(3).allMatch(READS.get(system));
        assertThat(screen()).contains("nothing was changed", "OPSDK_LIVE_MUTATE is not true");
    }

    @ParameterizedTest
    @EnumSource
    void aScenarioThatChangesAllTheSameSendsNothing(LiveSystem system) {
        Env env = env();
        Transcript transcript = new Transcript(new PrintStream(screen, true, StandardCharsets.UTF_8), List.of());
        try (OpsClient<?> client =
                system.connect(env, env.get(system.variable).orElseThrow(), transcript, sims.time())) {
            Scenario scenario = system.scenario(client, env, transcript);
            scenario.contact();
            scenario.change();
        }
        assertThat(transcript.mutations()).isZero();
        assertThat(sims.asked(system)).isNotEmpty().allMatch(READS.get(system));
    }

    @Test
    void aReadOnlyClientRefusesWhatItIsTold() {
        Env env = env();
        Transcript transcript = new Transcript(new PrintStream(screen, true, StandardCharsets.UTF_8), List.of());
        try (OpsClient<?> client = LiveSystem.OPENMLDB.connect(
                env, env.get(Var.OPSDK_LIVE_OPENMLDB).orElseThrow(), transcript, sims.time())) {
            assertThatThrownBy(() -> ((OpenMldbOps) client).nameServer().autoFailover(false))
                    .isInstanceOf(ReadOnlyException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"CCR, 2, job 'shop' runs", "OMS, 2, runs", "OPENMLDB, 8, auto_failover is on", "CONNECTOR, 3, is gone"})
    void whatIsChangedIsPutBack(LiveSystem system, int mutations, String back) {
        variables.put(Var.OPSDK_LIVE_MUTATE, "true");
        String before = state(system);
        Transcript transcript = live().run(system);
        assertThat(transcript.mutations()).isEqualTo(mutations);
        assertThat(screen())
                .contains("CHANGES ARE ALLOWED", "WILL", "CHANGED")
                .containsPattern("BACK .*" + Pattern.quote(back));
        assertThat(screen().indexOf("WILL")).isLessThan(screen().indexOf("CHANGE  "));
        assertThat(state(system)).isEqualTo(before);
    }

    /** What somebody else than the scenario sees of the system. */
    private String state(LiveSystem system) {
        return switch (system) {
            case CCR -> sims.ccr.job("shop").isPaused() ? "paused" : "running";
            case OMS -> sims.oms.writing("p_orders_source-000-0").toString();
            case OPENMLDB ->
                sims.mldb.isAutoFailover() + " "
                        + sims.mldb.view().leader("demo_db", "t1", 0) + " "
                        + sims.mldb.view().isHealthy();
            case CONNECTOR -> sims.connector().data().files().toString();
        };
    }

    @Test
    void nothingIsChangedWhereNothingIsNamed() {
        variables.put(Var.OPSDK_LIVE_MUTATE, "true");
        variables.remove(Var.OPSDK_LIVE_CCR_JOB);
        variables.remove(Var.OPSDK_LIVE_OMS_RESTART);
        variables.remove(Var.OPSDK_LIVE_OPENMLDB_PARTITION);
        for (LiveSystem system : List.of(LiveSystem.CCR, LiveSystem.OMS, LiveSystem.OPENMLDB)) {
            assertThat(live().run(system).mutations()).isZero();
        }
        assertThat(screen())
                .contains(
                        "OPSDK_LIVE_CCR_JOB does not name one",
                        "OPSDK_LIVE_OMS_RESTART does not name one",
                        "OPSDK_LIVE_OPENMLDB_PARTITION does not name one");
    }

    @Test
    void whatDoesNotRunStaysAsItIs() {
        variables.put(Var.OPSDK_LIVE_MUTATE, "true");
        try (CcrClient somebody = CcrClient.connect(sims.ccr.url())) {
            somebody.job("shop").pause();
        }
        assertThat(live().run(LiveSystem.CCR).mutations()).isZero();
        assertThat(screen()).contains("it does not run now, and stays as it is");
    }

    @Test
    void whatCannotBePutBackIsSaidLoudly() {
        variables.put(Var.OPSDK_LIVE_MUTATE, "true");
        sims.chain.writer().failsToStart(10);
        assertThatThrownBy(() -> live().run(LiveSystem.OMS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("NOT PUT BACK", "does not run", "start it there");
        assertThat(screen()).contains("!!!!!!! NOT PUT BACK");
    }

    @Test
    void aJobThatCannotBeResumedIsSaidLoudly() {
        variables.put(Var.OPSDK_LIVE_MUTATE, "true");
        sims.ccr.node(0).fail(Fault.resetBefore().on("/resume").always());
        assertThatThrownBy(() -> live().run(LiveSystem.CCR))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("job 'shop' may be paused", "POST /resume");
    }

    @Test
    void noSecretGetsOut() throws Exception {
        variables.put(Var.OPSDK_LIVE_MUTATE, "true");
        for (LiveSystem system : LiveSystem.values()) {
            live().run(system);
        }
        String all = screen();
        for (LiveSystem system : LiveSystem.values()) {
            String kept = Files.readString(directory.resolve(system.file()));
            assertThat(kept).startsWith("# opsdk live: ").contains("## Sum");
            all += kept;
        }
        assertThat(all)
                .doesNotContain(
                        Simulated.PASSWORD,
                        Simulated.USER_PASSWORD,
                        sims.connector().apiKey(),
                        "Sync=Secret1",
                        "Bin10g&Secret");
    }

    private Env env() {
        return new Env(variables.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().name(), Map.Entry::getValue)));
    }

    private Live live() {
        return new Live(env(), new PrintStream(screen, true, StandardCharsets.UTF_8), directory, sims.time());
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
