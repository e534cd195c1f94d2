package dev.opsdk.bizconnector.assess;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.opsdk.core.testkit.Fuzz;
import dev.opsdk.core.testkit.Hostile;
import dev.opsdk.core.testkit.Parsing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the assessments read, against damaged texts. */
class AssessParsersFuzzTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> LINES = List.of(
            "[2026-11-20T12:00:00.123] [INFO] Transport.Core - started 0b5a1d3e-7c62-4a51-9d9a-3c1f7d2b8a11",
            "    at x (y.js:1:2)",
            "\u001B[31m[2026-11-20T12:00:01.000] [ERROR] Sync - password=geheim \u001B[0m",
            "connector-1  | 2026-11-20T12:00:02.000Z [2026-11-20T12:00:02.000] [WARN] X - y ",
            "");
    private static final String LOG = String.join("\n", LINES);
    private static final String PUBLIC_KEY = Base64.getUrlEncoder()
            .encodeToString("{\"alg\":3,\"pub\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}"
                    .getBytes(StandardCharsets.UTF_8));

    private static String support() throws IOException {
        try (InputStream in = AssessParsersFuzzTest.class.getResourceAsStream(
                "/check/501-support-with-webhook-and-broker-secrets.json")) {
            return MAPPER.readTree(in).at("/response/body").toString();
        }
    }

    @Test
    void logs() {
        Parsing.lenient("log", 1_000, List.of(LOG), text -> {
            LogParser parser = new LogParser(ZoneOffset.UTC);
            List<LogEvent> events = new ArrayList<>();
            text.lines().forEach(line -> parser.feed(line).ifPresent(events::add));
            parser.end().ifPresent(events::add);
            assertThat(events.stream().mapToLong(event -> event.lines().size()).sum())
                    .as("no line is lost")
                    .isEqualTo(text.lines().count());
            events.forEach(event -> assertThat(BootFailure.in(event)).isNotNull());
            return events;
        });
    }

    @Test
    void logSummaries() {
        Parsing.lenient("log summary", 500, List.of(LOG), text -> {
            LogScan scan = new LogScan(ZoneOffset.UTC, Optional.empty());
            text.lines().forEach(scan::line);
            return scan.end().toString();
        });
    }

    @Test
    void versions() {
        Parsing.lenient("version", 2_000, List.of("7.1.0", "1.2.3-rc.1+build.5", "v6.0.0"), SemVer::parse);
        Parsing.lenient("release", 2_000, List.of("v7.1.0", "7.0.0-beta"), SemVer::release);
    }

    @Test
    void keysOfIdentities() {
        Parsing.ofUser("public key", 2_000, List.of(PUBLIC_KEY), "the public key", IdentityKey::parse);
        Fuzz.run("public key inside", 1_000, random -> {
            byte[] json = Hostile.json("{\"alg\":3,\"pub\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}", random);
            try {
                IdentityKey key = IdentityKey.parse(Base64.getUrlEncoder().encodeToString(json));
                assertThat(key.address("h")).startsWith("did:e:h:dids:");
                String text = Hostile.chars(PUBLIC_KEY, random);
                assertThat(key.verifies("text", text)).isFalse();
            } catch (IllegalArgumentException e) {
                assertThat(e).isExactlyInstanceOf(IllegalArgumentException.class);
                assertThat(e.getMessage()).doesNotContain(Hostile.MARKER);
            }
        });
    }

    @Test
    void addressesOfIdentities() {
        IdentityKey key = IdentityKey.parse(PUBLIC_KEY);
        Parsing.lenient("address", 1_000, List.of(key.address("localhost"), "did:e:h:1:dids:00"), key::belongsTo);
    }

    @Test
    void fingerprints() {
        Parsing.ofUser(
                "fingerprint",
                2_000,
                List.of(
                        "{\"format\":\"opsdk business connector fingerprint 1\",\"takenAt\":\"2026-01-02T03:04:05Z\",\"address\":\"did:e:h:dids:1\","
                                + "\"publicKey\":\"x\",\"version\":\"7\",\"newest\":{\"files\":{\"id\":\"F\",\"at\":\"2026-01-02T03:04:05Z\"}}}"),
                "fingerprint",
                Fingerprint::parse);
    }

    @Test
    void masksOfTexts() {
        Parsing.lenient(
                "mask of a text", 1_000, List.of(LOG, "{\"apiKey\":\"x\"}", "http://u:p@h?token=1"), Masking::text);
    }

    @Test
    void supportInformation() throws IOException {
        List<String> seeds = List.of(support());
        Fuzz.run("support information", 500, random -> {
            byte[] json = Hostile.json(Hostile.oneOf(seeds, random), random);
            JsonNode tree;
            try {
                tree = MAPPER.readTree(json);
            } catch (IOException e) {
                return;
            }
            assertThat(SupportMask.masked(tree)).isNotNull();
            assertThat(SupportMask.secrets(tree)).isNotNull();
            assertThat(SyncSetup.of(tree.path("configuration"))).isNotNull();
        });
    }
}
