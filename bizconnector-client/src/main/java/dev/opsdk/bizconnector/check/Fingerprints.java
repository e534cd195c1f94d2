package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.Fingerprint;
import dev.opsdk.bizconnector.assess.Fingerprint.Newest;
import dev.opsdk.bizconnector.assess.IdentityPin;
import dev.opsdk.bizconnector.model.request.LocalRequest;
import dev.opsdk.core.error.ForbiddenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Takes fingerprints, and keeps them in files. */
final class Fingerprints {
    // lists have no order and no end, so the recent past is asked for first
    private static final List<Duration> WINDOWS = List.of(Duration.ofDays(1), Duration.ofDays(30));

    private final BizConnectorClient client;

    Fingerprints(BizConnectorClient client) {
        this.client = client;
    }

    Fingerprint take() {
        Instant now = client.timeSource().now();
        SortedMap<String, Newest> newest = new TreeMap<>();
        put(
                newest,
                "message",
                () -> recent((since, found) -> client.messages()
                        .all(filter -> since.ifPresent(at -> filter.createdAt().atOrAfter(at)))
                        .forEach(each -> each.createdAt().ifPresent(at -> found.accept(new Newest(each.id(), at))))));
        put(
                newest,
                "request",
                () -> recent((since, found) -> {
                    Consumer<LocalRequest> each =
                            request -> request.createdAt().ifPresent(at -> found.accept(new Newest(request.id(), at)));
                    client.requests()
                            .incoming()
                            .all(filter ->
                                    since.ifPresent(at -> filter.createdAt().atOrAfter(at)))
                            .forEach(each);
                    client.requests()
                            .outgoing()
                            .all(filter ->
                                    since.ifPresent(at -> filter.createdAt().atOrAfter(at)))
                            .forEach(each);
                }));
        put(
                newest,
                "file",
                () -> recent((since, found) -> client.files()
                        .all(filter -> since.ifPresent(at -> filter.createdAt().atOrAfter(at)))
                        .forEach(each -> each.createdAt().ifPresent(at -> found.accept(new Newest(each.id(), at))))));
        put(newest, "relationship", () -> {
            Best best = new Best();
            client.relationships()
                    .all(filter -> {})
                    .forEach(each -> OldMaterial.changed(each).ifPresent(at -> best.offer(new Newest(each.id(), at))));
            return best.found;
        });
        return new Fingerprint(
                now,
                new IdentityPin(
                        client.account().identityInfo().address(),
                        client.account().identityInfo().publicKey()),
                client.monitoring().version().version(),
                client.account().syncInfo().lastSync(),
                newest);
    }

    private interface Look {
        Optional<Newest> look();
    }

    /** A role that is missing takes one kind of object out of the comparison, and nothing more. */
    private static void put(SortedMap<String, Newest> newest, String kind, Look look) {
        Optional<Newest> found;
        try {
            found = look.look();
        } catch (ForbiddenException e) {
            found = Optional.empty();
        }
        found.ifPresent(one -> newest.put(kind, one));
    }

    private Optional<Newest> recent(BiConsumer<Optional<Instant>, Consumer<Newest>> list) {
        Best best = new Best();
        Instant now = client.timeSource().now();
        for (Duration window : WINDOWS) {
            list.accept(Optional.of(now.minus(window)), best::offer);
            if (best.found.isPresent()) {
                return best.found;
            }
        }
        list.accept(Optional.empty(), best::offer);
        return best.found;
    }

    private static final class Best {
        private Optional<Newest> found = Optional.empty();

        void offer(Newest one) {
            if (found.filter(before -> !before.at().isBefore(one.at())).isEmpty()) {
                found = Optional.of(one);
            }
        }
    }

    static void write(Fingerprint fingerprint, Path file) {
        refuseToReplace(file);
        try {
            Path directory = file.toAbsolutePath().getParent();
            Path half = Files.createTempFile(directory, "fingerprint", ".tmp");
            try {
                Files.writeString(half, fingerprint.json() + "\n", StandardCharsets.UTF_8);
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the fingerprint could not be written to " + file, e);
        }
    }

    /** After a restore that went wrong an earlier fingerprint is the only evidence. */
    static void refuseToReplace(Path file) {
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file
                    + " exists already, and may be the only evidence of how it was; name another file, or delete it");
        }
    }

    static Fingerprint read(Path file) {
        try {
            return Fingerprint.parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the fingerprint could not be read from " + file, e);
        }
    }
}
