package dev.opsdk.examples.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.core.TimeSource;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KitTest {
    @Test
    void jobsAreATable() {
        try (CcrSimulator sim = Demo.ccr();
                CcrClient ccr = Demo.client(sim)) {
            assertThat(Tables.of(ccr.jobs().snapshots()))
                    .contains("| job ")
                    .containsPattern("shop +\\| RUNNING \\| DB_INCREMENTAL_SYNC \\| \\d+ +\\| 0 binlogs \\| GOOD");
            assertThat(Tables.of(ccr.job("shop").procedures().pauseAndConfirm()))
                    .contains("| check ");
        }
    }

    @Test
    void tabletsAndTablesAreATable() {
        try (OpenMldbSimulator sim = Demo.mldb();
                OpenMldbOps mldb = Demo.client(sim)) {
            assertThat(Tables.of(mldb.nameServer().tablets())).hasLineCount(7).contains("HEALTHY");
            assertThat(Tables.of(mldb.status().tables("demo%"))).containsPattern("demo_db +\\| t1 ");
            assertThat(Tables.of(mldb.status().ops())).isEqualTo("(none)");
        }
    }

    @Test
    void whatNobodyKnowsAColumnForPrintsItself() {
        assertThat(Tables.of(List.of("a", "b"))).contains("| a |", "| b |");
        assertThat(Tables.of(Map.of("key", Optional.empty()))).containsPattern("key +\\| -");
        assertThat(Tables.of(List.of())).isEqualTo("(none)");
    }

    @Test
    void argumentsAreTakenAsTheUsageSaysOrNotAtAll() {
        String usage = "host --to= --every= --sure= --yes";
        Args args = Args.of(usage, List.of("a", "--to", "b", "--every=0.5s", "--sure=false"));
        assertThat(args.get("host")).isEqualTo("a");
        assertThat(args.get("to")).isEqualTo("b");
        assertThat(args.duration("every", Duration.ZERO)).isEqualTo(Duration.ofMillis(500));
        assertThat(args.decision("sure")).contains(false);
        assertThat(args.has("yes")).isFalse();
        assertThat(args.list("to")).containsExactly("b");
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("a", "b"),
                List.of("a", "--no"),
                List.of("a", "--to"),
                List.of("a", "--yes=1"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Args.of(usage, wrong))
                    .withMessageContaining("usage: " + usage);
        }
        Args other = Args.of(usage, List.of("a", "--sure=no", "--every=soon"));
        assertThatIllegalArgumentException().isThrownBy(() -> other.decision("sure"));
        assertThatIllegalArgumentException().isThrownBy(() -> other.duration("every", Duration.ZERO));
    }

    @Test
    void packedArgumentsKeepEmptyOnes() {
        assertThat(Kit.words(Optional.of("a b\u001f\u001f"))).containsExactly("a b", "");
        assertThat(Kit.words(Optional.of(""))).isEmpty();
        assertThat(Kit.words(Optional.empty())).isEmpty();
    }

    @Test
    void watchingPrintsWhatChangesUntilTheLimit() {
        SimClock clock = SimClock.manual();
        TimeSource time = TimeSource.simulated(clock::now, clock::advance);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtomicInteger looks = new AtomicInteger();
        new Watch(() -> time, ZoneOffset.UTC, new PrintStream(out, true, StandardCharsets.UTF_8))
                .watch(() -> "look " + looks.getAndIncrement() / 3, Duration.ofSeconds(5), Duration.ofSeconds(30));
        assertThat(looks).hasValue(7);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .first()
                .asString()
                .endsWith("  look 0");
    }

    @Test
    void thatTimePassesIsNoChange() {
        SimClock clock = SimClock.manual();
        TimeSource time = TimeSource.simulated(clock::now, clock::advance);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Watch(() -> time, ZoneOffset.UTC, new PrintStream(out, true, StandardCharsets.UTF_8))
                .watch(
                        () -> "shop: RUNNING, lag 0 binlogs, seen " + clock.now(),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30));
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    @Test
    void aWaitThatIsLookedAtTakesATwentiethAndMovesAllOfTheSimulatedTime() throws Exception {
        SimClock clock = SimClock.manual();
        Instant start = clock.now();
        TimeSource paced = new PacedTime(TimeSource.simulated(clock::now, clock::advance));
        paced.sleep(Duration.ofMillis(20));
        assertThat(clock.now()).isEqualTo(start.plusMillis(20));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> paced.sleep(Duration.ofHours(1))).isInstanceOf(InterruptedException.class);
    }

    /** An ambiguous simple name is an error only where it is used, so nobody would notice before a user does. */
    @Test
    void theAmbiguousNamesOfASessionAreKnown() throws Exception {
        Map<String, Set<String>> homes = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("jshell", "startup.jsh"))) {
            if (line.matches("import [a-z.]+\\.\\*")) {
                String home = line.substring("import ".length(), line.length() - ".*".length());
                for (String name : publicTypes(home)) {
                    homes.computeIfAbsent(name, any -> new TreeSet<>()).add(home);
                }
            }
        }
        homes.values().removeIf(all -> all.size() == 1);
        assertThat(homes.keySet()).containsExactly("ConnectorProcedures", "Generation", "Lag", "Outcome", "Verdict");
    }

    private static Set<String> publicTypes(String home) throws Exception {
        if (home.startsWith("java.")) {
            FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
            return publicTypes(home, jdk.getPath("/modules/java.base", home.replace('.', '/')));
        }
        String folder = home.replace('.', '/');
        URI found = KitTest.class.getClassLoader().getResource(folder).toURI();
        for (URI each : KitTest.class
                .getClassLoader()
                .resources(folder)
                .map(KitTest::uri)
                .toList()) {
            if (!each.toString().contains("test-classes")) {
                found = each;
            }
        }
        if (!found.getScheme().equals("jar")) {
            return publicTypes(home, Path.of(found));
        }
        try (FileSystem jar = FileSystems.newFileSystem(found, Map.of())) {
            return publicTypes(home, jar.getPath("/" + folder));
        }
    }

    private static URI uri(java.net.URL url) {
        return URI.create(url.toString());
    }

    private static Set<String> publicTypes(String home, Path folder) throws IOException, ClassNotFoundException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && name.indexOf('$') < 0 && name.indexOf('-') < 0) {
                    String simple = name.substring(0, name.length() - ".class".length());
                    if (Modifier.isPublic(Class.forName(home + "." + simple, false, KitTest.class.getClassLoader())
                            .getModifiers())) {
                        names.add(simple);
                    }
                }
            }
        }
        return names;
    }
}
