package dev.opsdk.bizconnector.assess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What tells a connector's database from an older copy of it, or from another one. Holds no secret.
 *
 * @param takenAt when it was taken
 * @param identity address and public key
 * @param version the connector's version
 * @param lastSync when the last sync run ended; empty when there was none
 * @param newest kind of object, such as {@code message}, to the newest one; kinds that could not be read are absent
 */
public record Fingerprint(
        Instant takenAt,
        IdentityPin identity,
        String version,
        Optional<Instant> lastSync,
        SortedMap<String, Newest> newest) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FORMAT = "opsdk business connector fingerprint 1";

    /**
     * The newest object of a kind.
     *
     * @param id its id
     * @param at when it was made or changed
     */
    public record Newest(String id, Instant at) {}

    /** Keeps a copy. */
    public Fingerprint {
        newest = Collections.unmodifiableSortedMap(new TreeMap<>(newest));
    }

    /**
     * Writes it.
     *
     * @return indented JSON
     */
    public String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT)
                .put("takenAt", takenAt.toString())
                .put("address", identity.address())
                .put("publicKey", identity.publicKey())
                .put("version", version);
        lastSync.ifPresent(at -> root.put("lastSync", at.toString()));
        ObjectNode all = root.putObject("newest");
        newest.forEach((kind, one) ->
                all.putObject(kind).put("id", one.id()).put("at", one.at().toString()));
        return root.toPrettyString();
    }

    /**
     * Reads one.
     *
     * @param json as {@link #json} wrote it
     * @return the fingerprint
     * @throws IllegalArgumentException if it is none
     */
    public static Fingerprint parse(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (!root.path("format").asText().equals(FORMAT)) {
                throw new IllegalArgumentException("this is no fingerprint of a connector");
            }
            SortedMap<String, Newest> newest = new TreeMap<>();
            root.path("newest")
                    .properties()
                    .forEach(each -> newest.put(
                            each.getKey(),
                            new Newest(
                                    each.getValue().path("id").asText(),
                                    Instant.parse(each.getValue().path("at").asText()))));
            return new Fingerprint(
                    Instant.parse(root.path("takenAt").asText()),
                    new IdentityPin(
                            root.path("address").asText(),
                            root.path("publicKey").asText()),
                    root.path("version").asText(),
                    root.has("lastSync")
                            ? Optional.of(Instant.parse(root.path("lastSync").asText()))
                            : Optional.empty(),
                    newest);
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("this is no fingerprint of a connector", e);
        }
    }

    /**
     * Compares what is now with this one, which was taken before.
     *
     * @param after taken later
     * @return a finding named {@code fingerprint}
     */
    public CheckFinding compare(Fingerprint after) {
        CheckFinding.Builder finding = CheckFinding.of("fingerprint")
                .seen("before", text(), takenAt, "fingerprint")
                .seen("after", after.text(), after.takenAt, "fingerprint");
        if (!identity.equals(after.identity)) {
            finding.fail("it has another identity than before")
                    .advice(
                            "stop it: check database.dbName and the connection string, another database is another identity");
        } else {
            finding.pass("it has the same identity");
        }
        older("last sync", lastSync, after.lastSync, finding);
        newest.forEach((kind, one) -> older(
                "newest " + kind,
                Optional.of(one.at()),
                Optional.ofNullable(after.newest.get(kind)).map(Newest::at),
                finding));
        if (lastSync.isEmpty() && newest.isEmpty()) {
            finding.unknown("there was no sync and no object before, so nothing could tell an older database");
        }
        version(after.version, finding);
        return finding.cannotKnow(
                        "what was changed or lost and is older than the last sync and the newest objects of each kind; attributes, tokens and templates are not compared")
                .cannotKnow(
                        "whether the newest objects were deleted in order, such as by decomposing their relationship: that looks "
                                + "like an older database")
                .build();
    }

    private static void older(
            String what, Optional<Instant> before, Optional<Instant> after, CheckFinding.Builder finding) {
        if (before.isEmpty()) {
            return;
        }
        if (after.isEmpty() || after.get().isBefore(before.get())) {
            finding.fail("an outdated database was started: its " + what + " is "
                            + after.map(Instant::toString).orElse("missing") + ", before it was " + before.get())
                    .advice("stop it at once, before it synchronises, and start it with the newest database");
        } else {
            finding.pass("the " + what + " is not older than before");
        }
    }

    private void version(String now, CheckFinding.Builder finding) {
        Optional<SemVer> was = SemVer.parse(version);
        Optional<SemVer> is = SemVer.parse(now);
        if (was.isPresent() && is.isPresent() && is.get().compareTo(was.get()) < 0) {
            finding.warn("it runs " + now + ", before it was " + version)
                    .advice("run the newer version: a database is not made for going back");
        }
    }

    private String text() {
        return identity.address() + ", " + version + ", last sync "
                + lastSync.map(Instant::toString).orElse("never") + ", newest " + newest;
    }
}
