package dev.opsdk.bizconnector.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Certificates of the systems around a connector. */
public final class TlsAssessment {
    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration VERY_SOON = Duration.ofDays(7);

    private TlsAssessment() {}

    /**
     * A certificate that a system showed.
     *
     * @param system host and port
     * @param subject whom it is for
     * @param notBefore its begin
     * @param notAfter its end
     * @param distrust why the JDK does not trust it; empty when it does
     */
    public record Shown(
            String system, String subject, Instant notBefore, Instant notAfter, Optional<String> distrust) {}

    /**
     * Judges certificates.
     *
     * @param shown those that were seen
     * @param unreachable a sentence for each system that showed none
     * @param now the time
     * @return a finding named {@code tls}
     */
    public static CheckFinding of(List<Shown> shown, List<String> unreachable, Instant now) {
        CheckFinding.Builder finding = CheckFinding.of("tls");
        for (Shown each : shown) {
            finding.seen(each.system(), each.subject() + ", until " + each.notAfter(), now, "TLS handshake");
            long days = Duration.between(now, each.notAfter()).toDays();
            if (!each.notAfter().isAfter(now)) {
                finding.fail("the certificate of " + each.system() + " ended at " + each.notAfter());
            } else if (each.notBefore().isAfter(now)) {
                finding.fail("the certificate of " + each.system() + " begins at " + each.notBefore());
            } else if (each.notAfter().isBefore(now.plus(VERY_SOON))) {
                finding.fail("the certificate of " + each.system() + " ends in " + days + " days");
            } else if (each.notAfter().isBefore(now.plus(SOON))) {
                finding.warn("the certificate of " + each.system() + " ends in " + days + " days");
            } else {
                finding.pass("the certificate of " + each.system() + " holds for " + days + " days");
            }
            each.distrust().ifPresent(why -> finding.fail(each.system() + " is not trusted: " + why));
        }
        unreachable.forEach(finding::fail);
        if (finding.build().verdict() == Verdict.FAIL || finding.build().verdict() == Verdict.WARN) {
            finding.advice(
                    "renew the certificate; where certificates are pinned, tell the connector the new one first");
        }
        return finding.cannotKnow("what the connector itself trusts: this machine's trust store was asked")
                .build();
    }
}
