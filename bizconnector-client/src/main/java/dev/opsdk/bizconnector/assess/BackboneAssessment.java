package dev.opsdk.bizconnector.assess;

import java.util.Optional;
import java.util.OptionalInt;

/** Whether the Backbone that a connector uses is there, and of a version that it speaks. */
public final class BackboneAssessment {
    private static final int OLDEST = 6;
    private static final int NEWEST = 7;

    private BackboneAssessment() {}

    /**
     * Judges a Backbone.
     *
     * @param baseUrl where it is
     * @param healthStatus HTTP status of its {@code /health}; empty when there was no answer
     * @param majorVersion what {@code /api/v2/Version} said; empty when it could not be read
     * @param failure what went wrong; empty when nothing did
     * @return a finding named {@code backbone}
     */
    public static CheckFinding of(
            String baseUrl, OptionalInt healthStatus, OptionalInt majorVersion, Optional<String> failure) {
        CheckFinding.Builder finding = CheckFinding.of("backbone");
        String shown = ConfigurationAssessment.shown(baseUrl);
        if (healthStatus.isPresent()) {
            int status = healthStatus.getAsInt();
            finding.seen("health", "HTTP " + status, shown + "/health");
            if (status / 100 == 2) {
                finding.pass(shown + " answers");
            } else {
                finding.fail(shown + " says HTTP " + status + " about its health");
            }
        }
        if (majorVersion.isPresent()) {
            int major = majorVersion.getAsInt();
            finding.seen("majorVersion", major, shown + "/api/v2/Version");
            if (major < OLDEST || major > NEWEST) {
                finding.fail("the Backbone is of major version " + major + ", a 7.x connector speaks " + OLDEST + " to "
                                + NEWEST + ": it runs on, and does not start again")
                        .advice("do not restart the connector before it is updated");
            } else {
                finding.pass("its major version " + major + " is one that a 7.x connector speaks");
            }
        } else if (healthStatus.isPresent()) {
            finding.unknown("its version could not be read");
        }
        failure.ifPresent(finding::fail);
        return finding.cannotKnow("whether the connector reaches it the same way: this was asked from here")
                .build();
    }
}
