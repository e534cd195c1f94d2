package dev.opsdk.examples;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.Syncer;
import dev.opsdk.ccr.assess.JobHealth;
import dev.opsdk.ccr.assess.Lag;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.core.call.Results;
import dev.opsdk.core.error.UnsupportedException;
import java.util.ArrayList;
import java.util.List;

/** What can be said about a syncer and its jobs without changing anything. */
final class CcrLook {
    private CcrLook() {}

    static void at(String url, Screen screen) {
        try (CcrClient ccr = CcrClient.builder().syncers(url).readOnly(true).build()) {
            Syncer syncer = ccr.syncers().get(0);
            screen.chapter("CCR syncer at " + syncer.url() + ", read-only");
            screen.show("version     " + syncer.version());
            screen.show("generation  " + syncer.generation());
            screen.show("features    " + features(syncer));
            jobs(ccr, screen);
        }
    }

    static void jobs(CcrClient ccr, Screen screen) {
        Results<String, JobSnapshot> looks = ccr.jobs().snapshots();
        List<List<String>> rows = new ArrayList<>();
        looks.values().forEach((name, look) -> {
            JobHealth health = JobHealth.of(List.of(look));
            rows.add(List.of(
                    name,
                    look.detail().state().map(Object::toString).orElse("?"),
                    look.progress().syncState().map(Object::toString).orElse("?"),
                    Lag.of(look).toString(),
                    health.level() + (health.findings().isEmpty() ? "" : ": " + String.join("; ", health.findings()))));
        });
        looks.errors()
                .forEach((name, error) -> rows.add(List.of(name, "?", "?", "?", String.valueOf(error.getMessage()))));
        if (rows.isEmpty()) {
            screen.show("no jobs");
        } else {
            screen.table(List.of("JOB", "STATE", "PHASE", "LAG", "VERDICT"), rows);
        }
    }

    private static String features(Syncer syncer) {
        try {
            return syncer.features().stream()
                    .filter(feature -> feature.value().orElse(false))
                    .map(feature -> feature.feature().orElse("?").replaceFirst("^feature_", ""))
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("all off");
        } catch (UnsupportedException e) {
            return "this generation does not tell";
        }
    }
}
