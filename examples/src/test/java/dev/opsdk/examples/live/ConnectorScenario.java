package dev.opsdk.examples.live;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.FileUpload;
import dev.opsdk.bizconnector.Listing;
import dev.opsdk.bizconnector.model.file.File;
import dev.opsdk.bizconnector.model.relationship.RelationshipStatus;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.OutcomeUnknownException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A Business Connector. Its lists have no pages: only what is new is asked for, and counted as it comes. What people wrote to each other
 * is not printed.
 */
final class ConnectorScenario extends Scenario {
    private static final Duration NEW = Duration.ofDays(1);

    /** The Backbone forgets it even if this run ends before it deletes it. */
    private static final Duration FILE_LIVES = Duration.ofMinutes(15);

    private final BizConnectorClient connector;
    private final boolean key;

    ConnectorScenario(BizConnectorClient connector, Env env, Transcript transcript) {
        super(env, transcript);
        this.connector = connector;
        this.key = env.get(Var.OPSDK_LIVE_CONNECTOR_KEY).isPresent();
    }

    @Override
    void contact() {
        transcript.found(connector.health());
        if (key) {
            transcript.found(connector.monitoring().version());
        }
    }

    @Override
    String whenNobodyAnswers() {
        return "is it an enmeshed connector's base URL, without a path, and is the key one of authentication.apiKey.keys in its configuration,"
                + " enabled and not expired? A wrong key is refused after 1 to 4 s";
    }

    @Override
    void read() {
        if (!key) {
            transcript.skipped("all but health", "OPSDK_LIVE_CONNECTOR_KEY is not set");
            return;
        }
        transcript.heading("Monitoring");
        look("requests", () -> connector.monitoring().requests());
        transcript.heading("Account");
        look("identity", () -> connector.account().identityInfo());
        look("sync", () -> connector.account().syncInfo());
        look("announcements", () -> connector.announcements().list("en"));
        transcript.heading("What came within a day");
        Instant since = connector.timeSource().now().minus(NEW);
        count("relationships", connector.relationships().all(f -> f.status().is(RelationshipStatus.Known.ACTIVE)));
        count("messages", connector.messages().all(f -> f.createdAt().after(since)));
        count("files", connector.files().all(f -> f.createdAt().after(since)));
        count("own attributes", connector.attributes().all(f -> f.createdAt().after(since)));
        count("tokens", connector.tokens().own(f -> f.createdAt().after(since)));
        transcript.heading("The operator's checks");
        look("checks", () -> connector.checks().run());
    }

    private void count(String what, Listing<?> list) {
        look(what, () -> {
            AtomicLong seen = new AtomicLong();
            list.forEach(one -> seen.incrementAndGet());
            return seen.get() + " " + what; // "tokens: 3" would be masked
        });
    }

    @Override
    String wouldChange() {
        return "a sync, and uploading, reading and deleting a file";
    }

    @Override
    void change() {
        if (!key) {
            transcript.skipped(wouldChange(), "OPSDK_LIVE_CONNECTOR_KEY is not set");
            return;
        }
        transcript.changing(
                "sync: fetches what waits at the Backbone, as the connector's own polling does; cannot be taken back");
        look("sync", () -> {
            connector.account().sync();
            transcript.changed("synced; what waited has arrived");
            return connector.account().syncInfo();
        });
        byte[] bytes = ("opsdk live test, " + connector.timeSource().now()).getBytes(StandardCharsets.UTF_8);
        transcript.changing("upload a file of " + bytes.length + " bytes that expires in 15 min, read it, delete it");
        upload(bytes).ifPresent(file -> readAndDelete(file, bytes));
    }

    private Optional<File> upload(byte[] bytes) {
        try {
            File file = connector
                    .files()
                    .upload(FileUpload.of("opsdk-live-test.txt", bytes)
                            .title("opsdk live test")
                            .mimeType("text/plain")
                            .expiresAt(connector.timeSource().now().plus(FILE_LIVES))
                            .build());
            transcript.found(file);
            return Optional.of(file);
        } catch (OutcomeUnknownException e) {
            transcript.failed("uploading", e);
            transcript.notPutBack(
                    "there may be a file 'opsdk live test'",
                    "it expires by itself within 15 min; delete it if you like");
        } catch (OpsException e) {
            transcript.failed("uploading", e);
        }
        return Optional.empty();
    }

    private void readAndDelete(File file, byte[] bytes) {
        look("download", () -> {
            if (!Arrays.equals(connector.files().download(file.id()).bytes(), bytes)) {
                transcript.failed("download", new IllegalStateException("the bytes are not those that were uploaded"));
            }
            return "the same " + bytes.length + " bytes came back";
        });
        try {
            connector.files().delete(file.id());
            gone(file);
        } catch (OpsException e) {
            transcript.failed("deleting", e);
            transcript.notPutBack(
                    "file " + file.id() + " is there",
                    "it expires by itself within 15 min, or: connector().files().delete(\"" + file.id() + "\")");
        }
    }

    private void gone(File file) {
        try {
            connector.files().get(file.id());
            transcript.notPutBack(
                    "file " + file.id() + " is there although its deletion succeeded",
                    "it expires by itself within 15 min");
        } catch (NotFoundException e) {
            transcript.changed("a file was uploaded and is deleted again");
            transcript.putBack("file " + file.id() + " is gone");
        }
    }
}
