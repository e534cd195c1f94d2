package dev.opsdk.bizconnector.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.ApiKeyEntry;
import dev.opsdk.bizconnector.assess.CheckReport;
import dev.opsdk.bizconnector.assess.IdentityKey;
import dev.opsdk.bizconnector.assess.Masking;
import dev.opsdk.bizconnector.assess.SupportMask;
import dev.opsdk.bizconnector.model.monitoring.SupportInformation;
import dev.opsdk.core.Secret;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.internal.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip for a support case. What stands in it:
 *
 * <ul>
 *   <li>{@code report.txt}, {@code report.json}: all checks;
 *   <li>{@code support.json}, {@code health.json}, {@code version.json}, {@code requests.json}: what the connector says of itself, or why
 *       that could not be read;
 *   <li>{@code log.txt}: the latest warnings, errors, starts and requests of the logs that were told, without what is logged below INFO
 *       and without what was sent to webhooks.
 * </ul>
 *
 * <p>Masked are: all environment variables, every text of the configuration that is not known to be harmless, credentials, paths and
 * queries of URLs in it, keys and tokens by their names and shapes, references, the API keys of the options; and whatever was masked in
 * the configuration is masked wherever else it stands.
 */
final class SupportBundle {
    private final BizConnectorClient client;
    private final CheckOptions options;

    SupportBundle(BizConnectorClient client, CheckOptions options) {
        this.client = client;
        this.options = options;
    }

    CheckReport write(Path zip) {
        CheckRun run = new CheckRun(client, options);
        CheckReport report = run.all();
        Readings readings = run.readings();
        List<Secret> known = new ArrayList<>(options.secrets());
        options.apiKeys().stream().map(ApiKeyEntry::key).forEach(known::add);
        Map<String, String> entries = new LinkedHashMap<>();
        String support = read(() -> support(readings.support(), known));
        entries.put("report.txt", report.toString());
        entries.put("report.json", report.json());
        entries.put("support.json", support);
        entries.put("health.json", read(() -> Json.masked(readings.health())));
        entries.put("version.json", read(() -> Json.masked(readings.version())));
        entries.put("requests.json", read(() -> Json.masked(readings.counters())));
        options.logs().stream().findFirst().ifPresent(any -> entries.put("log.txt", log(known)));
        save(zip, entries, known);
        return report;
    }

    private static String support(SupportInformation read, List<Secret> known) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("configuration", read.configuration().reveal());
        known.addAll(SupportMask.secrets(answer));
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.set(
                "configuration", SupportMask.configuration(read.configuration().reveal()));
        // the rest of the answer is typed, and all of that may be seen
        read.version().ifPresent(version -> shown.put("version", version.version()));
        read.health().ifPresent(health -> shown.put("health", health.summary()));
        read.identityInfo().ifPresent(identity -> {
            identity.address().ifPresent(address -> shown.put("address", address));
            identity.publicKey().ifPresent(key -> shown.put("publicKey", fingerprint(key)));
            identity.error().ifPresent(error -> shown.put("identityError", Masking.text(error)));
        });
        return shown.toPrettyString();
    }

    private static String fingerprint(String publicKey) {
        try {
            return IdentityKey.parse(publicKey).toString();
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String read(Supplier<String> source) {
        try {
            return source.get();
        } catch (OpsException | Readings.NotAdmitted e) {
            return "could not be read: " + e.getMessage();
        }
    }

    private String log(List<Secret> known) {
        try {
            return LogExcerpt.of(options, client.timeSource().now(), known);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the support bundle was interrupted");
        }
    }

    private static void save(Path zip, Map<String, String> entries, List<Secret> known) {
        try {
            Path half = Files.createTempFile(zip.toAbsolutePath().getParent(), "support", ".tmp");
            try {
                try (OutputStream file = Files.newOutputStream(half);
                        ZipOutputStream out = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
                    for (Map.Entry<String, String> entry : entries.entrySet()) {
                        out.putNextEntry(new ZipEntry(entry.getKey()));
                        out.write(Masking.text(entry.getValue(), known).getBytes(StandardCharsets.UTF_8));
                    }
                }
                Files.move(half, zip, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the support bundle could not be written to " + zip, e);
        }
    }
}
