package dev.opsdk.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Strangers' projects, in src/test/resources/project, built by a Maven of their own from what would be published, with
 * {@code -Xlint:all -Werror}, on each JDK; then run against the simulators. One run of Maven for each JDK builds them all.
 */
class ConsumersIT {
    private static final Path LOCAL_REPOSITORY = Path.of(System.getProperty("consumers.local.repository"));
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path STAGED = TARGET.resolve("staged");

    /** What a client brings, all of it; one more is a decision. Versions are the consumer's business. */
    private static final List<String> EXPECTED = List.of(
            "com.fasterxml.jackson.core:jackson-annotations",
            "com.fasterxml.jackson.core:jackson-core",
            "com.fasterxml.jackson.core:jackson-databind",
            "com.fasterxml.jackson.datatype:jackson-datatype-jdk8",
            "com.fasterxml.jackson.datatype:jackson-datatype-jsr310",
            "com.squareup.okhttp3:okhttp",
            "com.squareup.okhttp3:okhttp-jvm",
            "com.squareup.okio:okio-jvm",
            "com.squareup.retrofit2:converter-jackson",
            "com.squareup.retrofit2:retrofit",
            "org.jetbrains.kotlin:kotlin-stdlib",
            "org.jetbrains:annotations",
            "org.jspecify:jspecify",
            "org.slf4j:slf4j-api");

    private static final Map<String, List<String>> CLIENTS = Map.of(
            "ccr", List.of("ccr-client"),
            "retrofit-first", List.of("ccr-client"),
            "oms", List.of("oms-client"),
            "bizconnector", List.of("bizconnector-client"),
            "openmldb", List.of("openmldb-ops"),
            "openmldb-zookeeper", List.of("openmldb-ops"));
    private static final List<String> ALL_CLIENTS =
            List.of("ccr-client", "oms-client", "bizconnector-client", "openmldb-ops");

    private static final List<String> SAYS = List.of("ccr jobs: [", "oms store: ", "connector: ", "openmldb tables: ");
    private static final Map<String, List<String>> PRINTS = Map.of(
            "ccr", SAYS.subList(0, 1),
            "retrofit-first", SAYS.subList(0, 1),
            "oms", SAYS.subList(1, 2),
            "bizconnector", SAYS.subList(2, 3),
            "openmldb", SAYS.subList(3, 4),
            "openmldb-zookeeper", SAYS.subList(3, 4));

    /** The Jackson that a consumer's own management asks for. */
    private static final Map<String, String> JACKSON = Map.of(
            "jackson-2.19", "2.19.4", "jackson-2.22", "2.22.4", "spring-boot-3", "2.19.4", "spring-boot-4", "2.20.1");

    /** A vendor's way to the same server, with all it needs at run time; measured once, to download less in each build. */
    private static final Map<String, String> ALTERNATIVES = Map.of(
            "openmldb", "openmldb-jdbc 0.9.2: 208.33 MB, 32 jars",
            "openmldb-zookeeper", "openmldb-jdbc 0.9.2: 208.33 MB, 32 jars",
            "bizconnector", "what the vendor's SDK needs (Feign 13.1), without the SDK: 2.55 MB, 7 jars");

    /** What a client written by hand would need. */
    private static final List<String> BY_HAND = List.of(
            "okhttp",
            "okio",
            "kotlin-stdlib",
            "annotations-",
            "jackson-core",
            "jackson-databind",
            "jackson-annotations");

    private static final Map<Jdk, Path> BUILT = new TreeMap<>((a, b) -> Integer.compare(a.feature(), b.feature()));
    private static StagedRepository staged;
    private static SimulatedServers servers;
    private static boolean springBoot = true;

    @BeforeAll
    static void build() throws Exception {
        StagedRepository.delete(STAGED);
        staged = new StagedRepository(
                Path.of("..").toAbsolutePath().normalize(),
                STAGED,
                LOCAL_REPOSITORY,
                System.getProperty("consumers.version"));
        List<Jdk> jdks = Jdk.toTry();
        if (jdks.stream().noneMatch(jdk -> jdk.feature() == 17)) {
            System.out.println("consumers: SKIPPED on JDK 17, there is none on this machine");
        }
        if (jdks.get(jdks.size() - 1).feature() == 17) {
            System.out.println("consumers: SKIPPED on a newer JDK, there is none on this machine");
        }
        for (Jdk jdk : jdks) {
            BUILT.put(jdk, build(jdk));
        }
        servers = new SimulatedServers();
    }

    @AfterAll
    static void close() throws IOException {
        if (servers != null) {
            servers.close();
        }
        if (staged != null) {
            staged.close();
        }
    }

    private static Path build(Jdk jdk) throws IOException, InterruptedException {
        Path project = TARGET.resolve("strangers-jdk-" + jdk.feature());
        StagedRepository.delete(project);
        copy(Path.of("src/test/resources/project"), project);
        // Maven looks upwards for this folder; ours is not theirs
        Files.createDirectories(project.resolve(".mvn"));
        Program maven = maven(project, jdk, "compile");
        if (maven.status() != 0
                && springBoot
                && maven.output().contains("spring-boot-")
                && unresolved(maven.output())) {
            System.out.println("consumers: SKIPPED with Spring Boot, it does not resolve here");
            springBoot = false;
            maven = maven(project, jdk, "compile");
        }
        assertThat(maven.status()).as(maven.output()).isZero();
        // what is said of others' jars and of the network is not our business
        assertThat(maven.output().lines())
                .filteredOn(l -> l.contains("[WARNING]") && l.contains("opsdk"))
                .isEmpty();
        return project;
    }

    /** Only what is missing of Spring Boot: something of ours that does not resolve is a failure. */
    private static boolean unresolved(String output) {
        return output.lines()
                .filter(l -> l.contains("[ERROR]") && !l.contains("dev.opsdk"))
                .anyMatch(l -> l.contains("Could not resolve dependencies for project com.example:spring-boot-")
                        || (l.contains("org.springframework.boot:spring-boot-dependencies") && l.contains("resolv")));
    }

    private static Program maven(Path project, Jdk jdk, String phase) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("consumers.maven.home"), "bin", windows ? "mvn.cmd" : "mvn")
                        .toString(),
                "-B",
                "-ntp",
                "-e",
                "-Dstyle.color=never",
                "-Dmaven.repo.local=" + LOCAL_REPOSITORY,
                "-Dmaven.compiler.release=" + jdk.feature(),
                "-Dopsdk.version=" + staged.version(),
                "-Dopsdk.repository=" + staged.url()));
        settings(line, "-s", "consumers.settings");
        settings(line, "-gs", "consumers.global.settings");
        if (springBoot) {
            line.add("-Pspring-boot");
        }
        line.add(phase);
        return Program.run(
                project,
                project.resolve("build.log"),
                900,
                Map.of("JAVA_HOME", jdk.home().toString()),
                line);
    }

    private static void settings(List<String> line, String flag, String property) {
        String file = System.getProperty(property, "=").substring(1);
        if (!file.isEmpty() && Files.isRegularFile(Path.of(file))) {
            line.add(flag);
            line.add(file);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(file, there);
                }
            }
        }
    }

    private static List<Path> consumers(Path project) {
        try (Stream<Path> children = Files.list(project)) {
            return children.filter(c -> Files.exists(c.resolve("target/runtime.classpath")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassPath classPath(Path consumer, String scope) throws IOException {
        return ClassPath.read(consumer.resolve("target").resolve(scope + ".classpath"));
    }

    private static List<String> coordinates(Path consumer, String scope) throws IOException {
        return classPath(consumer, scope).coordinates(LOCAL_REPOSITORY);
    }

    private static Stream<DynamicNode> each(Check check) {
        return BUILT.entrySet().stream()
                .map(built -> DynamicContainer.dynamicContainer(
                        built.getKey().toString(),
                        consumers(built.getValue()).stream()
                                .map(consumer -> DynamicTest.dynamicTest(
                                        consumer.getFileName().toString(),
                                        () -> check.of(
                                                built.getKey(),
                                                consumer,
                                                consumer.getFileName().toString())))));
    }

    @FunctionalInterface
    private interface Check {
        void of(Jdk jdk, Path consumer, String name) throws Exception;
    }

    @Test
    void allOfThemWereBuilt() {
        BUILT.values().forEach(project -> assertThat(consumers(project)).hasSize(springBoot ? 10 : 8));
    }

    @Test
    void publishedPomsStandAlone() throws IOException {
        List<Path> poms = staged.poms();
        assertThat(poms).hasSize(StagedRepository.LIBRARIES.size() + 1);
        for (Path pom : poms) {
            assertThat(Files.readString(pom))
                    .as(pom.toString())
                    .doesNotContain(
                            "<parent>", "${", "SNAPSHOT", "<scope>test</scope>", "opsdk-parent", "<repositories>")
                    .doesNotContain("junit-jupiter</artifactId>", "assertj", "jqwik", "archunit", "curator", "logback-")
                    .contains("<license>", "<name>", "<description>");
        }
    }

    @Test
    void theStarterThatReadersCopyBuildsAndItsTestsPass() throws Exception {
        Path starter = TARGET.resolve("starter");
        StagedRepository.delete(starter);
        copy(Path.of("../examples/starter/src"), starter.resolve("src"));
        Files.createDirectories(starter.resolve(".mvn"));
        String pom = Files.readString(Path.of("../examples/starter/pom.xml"));
        Files.writeString(
                starter.resolve("pom.xml"),
                pom.replace(
                        "</properties>",
                        "</properties><repositories><repository><id>opsdk-staged</id><url>${opsdk.repository}</url>"
                                + "</repository></repositories>"));
        Program maven = maven(starter, BUILT.keySet().iterator().next(), "test");
        assertThat(maven.status()).as(maven.output()).isZero();
        assertThat(maven.output()).contains("Tests run: 3, Failures: 0");
    }

    @TestFactory
    Stream<DynamicNode> aConsumerCallsItsServer() {
        return each((jdk, consumer, name) -> {
            List<String> classPath = new ArrayList<>();
            classPath.add(consumer.resolve("target/classes").toString());
            classPath(consumer, "runtime").jars().forEach(jar -> classPath.add(jar.toString()));
            Program main = Program.run(
                    consumer,
                    consumer.resolve("target/main.log"),
                    60,
                    servers.environment(),
                    List.of(
                            jdk.java().toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            String.join(java.io.File.pathSeparator, classPath),
                            "com.example.Main"));
            assertThat(main.status()).as(main.output()).isZero();
            assertThat(main.output()).contains(PRINTS.getOrDefault(name, SAYS));
        });
    }

    @TestFactory
    Stream<DynamicNode> thereIsOneOkHttpAndNoClassTwice() {
        return each((jdk, consumer, name) -> {
            ClassPath jars = classPath(consumer, "runtime");
            assertThat(jars.holding("okhttp3/OkHttpClient.class")).as(name).hasSize(1);
            assertThat(jars.holding("okio/Buffer.class")).hasSize(1);
            assertThat(coordinates(consumer, "runtime").stream()
                            .filter(c -> c.startsWith("com.squareup.okhttp3:"))
                            .map(c -> c.substring(c.lastIndexOf(':') + 1))
                            .distinct())
                    .hasSize(1);
            assertThat(jars.duplicates()).as(name).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicNode> theClassPathHasWhatIsNeededAndNothingElse() {
        return each((jdk, consumer, name) -> {
            List<String> expected = new ArrayList<>(EXPECTED);
            expected.add("dev.opsdk:opsdk-client-core");
            CLIENTS.getOrDefault(name, ALL_CLIENTS).forEach(client -> expected.add("dev.opsdk:opsdk-" + client));
            List<String> runtime = coordinates(consumer, "runtime");
            List<String> names = runtime.stream()
                    .map(c -> c.substring(0, c.lastIndexOf(':')))
                    .filter(c -> !(name.equals("openmldb-zookeeper")
                            && (c.startsWith("org.apache.zookeeper:") || c.startsWith("io.netty:"))))
                    .toList();
            assertThat(names).as(name).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(Stream.concat(runtime.stream(), coordinates(consumer, "compile").stream()))
                    .allSatisfy(c -> assertThat(c)
                            .doesNotContain("SNAPSHOT", "org.immutables", "errorprone", "tcnative", "native-epoll")
                            .doesNotContain("junit", "assertj", "mockwebserver", "jqwik", "logback", "simulators"));
        });
    }

    @TestFactory
    Stream<DynamicNode> anotherJacksonIsTheConsumersChoice() {
        return each((jdk, consumer, name) -> {
            String databind = coordinates(consumer, "runtime").stream()
                    .filter(c -> c.contains(":jackson-databind:"))
                    .findFirst()
                    .orElseThrow();
            assertThat(databind).as(name).endsWith(":" + JACKSON.getOrDefault(name, "2.21.8"));
        });
    }

    @Test
    void theSizesAreWithinTheBudget() throws IOException {
        Path project = BUILT.values().iterator().next();
        StringBuilder table = new StringBuilder(
                        "| consumer | our jars, MB | all, MB | jars | budget, MB | alternative |\n")
                .append("|---|---|---|---|---|---|\n");
        Map<String, Double> over = new TreeMap<>();
        for (Path consumer : consumers(project)) {
            String name = consumer.getFileName().toString();
            ClassPath jars = classPath(consumer, "runtime");
            double all = jars.bytes() / 1e6;
            // who takes all four clients pays for more than one; there is no promise for that
            double budget = !CLIENTS.containsKey(name) ? Double.NaN : name.equals("openmldb-zookeeper") ? 13 : 8;
            if (all >= budget) {
                over.put(name, all);
            }
            table.append("| ")
                    .append(String.join(
                            " | ",
                            name,
                            mega(jars.bytesOf("opsdk-") / 1e6),
                            mega(all),
                            Integer.toString(jars.jars().size()),
                            Double.isNaN(budget) ? "four clients" : mega(budget),
                            ALTERNATIVES.getOrDefault(name, byHand(jars))))
                    .append(" |\n");
        }
        System.out.println(table);
        Files.writeString(TARGET.resolve("sizes.md"), table);
        assertThat(over).isEmpty();
    }

    private static String byHand(ClassPath jars) throws IOException {
        ClassPath needed = new ClassPath(jars.jars().stream()
                .filter(jar -> BY_HAND.stream()
                        .anyMatch(prefix -> jar.getFileName().toString().startsWith(prefix)))
                .toList());
        return "OkHttp and Jackson, by hand: " + mega(needed.bytes() / 1e6) + " MB, "
                + needed.jars().size() + " jars";
    }

    private static String mega(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
