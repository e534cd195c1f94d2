package dev.opsdk.bizconnector.assess;

import dev.opsdk.core.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What a health report means, and what it does not. */
public final class HealthAssessment {
    private static final String READ = "GET /health";
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);

    private HealthAssessment() {}

    /**
     * Reads a health report.
     *
     * @param whole what the report says of all of it
     * @param services service to {@code healthy} or {@code unhealthy}
     * @param took how long the answer took
     * @param at when it came
     * @return a finding named {@code health}
     */
    public static CheckFinding of(boolean whole, Map<String, String> services, Duration took, Instant at) {
        CheckFinding.Builder finding = CheckFinding.of("health");
        finding.seen("isHealthy", whole, at, READ).seen("answered in", Durations.text(took), READ);
        services.forEach((service, state) -> {
            finding.seen(service, state, READ);
            if (!state.equals("healthy")) {
                finding.fail(service + " is " + state).advice(advice(service));
            }
        });
        if (!whole && services.values().stream().allMatch("healthy"::equals)) {
            finding.fail("it says that it is not healthy, and not why");
        }
        if (whole && services.isEmpty()) {
            finding.unknown("it says that it is healthy, and of no service");
        }
        if (whole) {
            finding.pass("it says that it is healthy");
        }
        if (took.compareTo(PROBE_TIMEOUT) > 0) {
            finding.warn(
                            "the answer took " + Durations.text(took)
                                    + ": a probe with the usual timeout of 5 s sees a dead connector, and Kubernetes restarts it")
                    .advice("find out why the Backbone or the database answers slowly");
        }
        return limits(finding).build();
    }

    /**
     * Reads what came instead of a report.
     *
     * @param what the failure, in words
     * @param hung whether it did not answer in time
     * @return a finding named {@code health}
     */
    public static CheckFinding failed(String what, boolean hung) {
        CheckFinding.Builder finding = CheckFinding.of("health").fail(what);
        if (hung) {
            finding.advice("look at the Backbone first: its probe has no timeout of its own, so /health hangs with it");
        } else {
            finding.advice("look at the process and its log; an error in the check itself stays until a restart");
        }
        return limits(finding).build();
    }

    private static CheckFinding.Builder limits(CheckFinding.Builder finding) {
        return finding.cannotKnow(
                        "whether the Backbone credentials still work: a login is cached for 5 min, so broken ones stay healthy that long")
                .cannotKnow("whether anything is synchronised: no part of it is the sync")
                .cannotKnow("whether a lokijs database works: it is always reported as healthy");
    }

    private static String advice(String service) {
        return switch (service) {
            case "database" ->
                "check that the database runs and can be reached from the connector; it reconnects by itself";
            case "backboneConnection" ->
                "check DNS, proxy and firewall from the connector to the Backbone, and its announcements";
            case "backboneAuthentication" ->
                "check platformClientId and platformClientSecret, and whether the device is known to this Backbone";
            default -> "look into the log for " + service;
        };
    }
}
