package dev.opsdk.bizconnector.assess;

import dev.opsdk.core.Redaction;
import dev.opsdk.core.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one check came to: the verdict, why, what was seen, what the check cannot know, and what to do.
 *
 * @param check the check's name, such as {@code health}
 * @param verdict the worst of the reasons
 * @param reasons why, the weightiest first; at least one
 * @param evidence what was seen
 * @param cannotKnow what the verdict does not say, although somebody might read it so
 * @param advice what to do, the first thing first
 */
public record CheckFinding(
        String check,
        Verdict verdict,
        List<Reason> reasons,
        List<Evidence> evidence,
        List<String> cannotKnow,
        List<String> advice) {

    /**
     * Part of a verdict.
     *
     * @param verdict what this part came to
     * @param text why
     */
    public record Reason(Verdict verdict, String text) {
        @Override
        public String toString() {
            return verdict + " " + text;
        }
    }

    /** Keeps copies. */
    public CheckFinding {
        reasons = List.copyOf(reasons);
        evidence = List.copyOf(evidence);
        cannotKnow = List.copyOf(cannotKnow);
        advice = List.copyOf(advice);
    }

    /**
     * The same without secrets that somebody else's words may repeat.
     *
     * @param known what must not be seen
     * @return a finding with the same verdict
     */
    public CheckFinding masked(Collection<Secret> known) {
        return new CheckFinding(
                check,
                verdict,
                reasons.stream()
                        .map(each -> new Reason(each.verdict(), Masking.text(each.text(), known)))
                        .toList(),
                evidence.stream()
                        .map(each ->
                                new Evidence(each.name(), Masking.text(each.value(), known), each.at(), each.source()))
                        .toList(),
                cannotKnow,
                advice);
    }

    /**
     * Starts a finding.
     *
     * @param check the check's name
     * @return a builder
     */
    public static Builder of(String check) {
        return new Builder(check);
    }

    /**
     * Why, in one line: the reasons that made the verdict.
     *
     * @return the texts of the worst reasons
     */
    public String summary() {
        return reasons.stream()
                .filter(reason -> reason.verdict() == verdict)
                .map(Reason::text)
                .collect(Collectors.joining("; "));
    }

    /**
     * One thing that was seen.
     *
     * @param name its name
     * @return its value; empty when it was not seen
     */
    public Optional<String> seen(String name) {
        return evidence.stream()
                .filter(each -> each.name().equals(name))
                .map(Evidence::value)
                .findFirst();
    }

    /** All of it, to be read. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(verdict + " " + check);
        reasons.forEach(reason -> text.append("\n  ").append(reason));
        evidence.forEach(each -> text.append("\n  seen:         ").append(each));
        cannotKnow.forEach(each -> text.append("\n  cannot know:  ").append(each));
        advice.forEach(each -> text.append("\n  advice:       ").append(each));
        return text.toString();
    }

    /** Builds a {@link CheckFinding}. What looks like a secret is masked in every text. */
    public static final class Builder {
        private final String check;
        private final List<Reason> reasons = new ArrayList<>();
        private final List<Evidence> evidence = new ArrayList<>();
        private final List<String> cannotKnow = new ArrayList<>();
        private final List<String> advice = new ArrayList<>();

        private Builder(String check) {
            this.check = check;
        }

        /**
         * In order.
         *
         * @param text what is
         * @return this builder
         */
        public Builder pass(String text) {
            return reason(Verdict.PASS, text);
        }

        /**
         * Nobody can say.
         *
         * @param text why
         * @return this builder
         */
        public Builder unknown(String text) {
            return reason(Verdict.UNKNOWN, text);
        }

        /**
         * Somebody should look at it.
         *
         * @param text why
         * @return this builder
         */
        public Builder warn(String text) {
            return reason(Verdict.WARN, text);
        }

        /**
         * Not in order.
         *
         * @param text why
         * @return this builder
         */
        public Builder fail(String text) {
            return reason(Verdict.FAIL, text);
        }

        /**
         * A reason.
         *
         * @param verdict what it came to
         * @param text why
         * @return this builder
         */
        public Builder reason(Verdict verdict, String text) {
            reasons.add(new Reason(verdict, Redaction.mask(text)));
            return this;
        }

        /**
         * Something that was seen.
         *
         * @param name what
         * @param value what was seen
         * @param source where
         * @return this builder
         */
        public Builder seen(String name, Object value, String source) {
            evidence.add(new Evidence(name, Redaction.mask(String.valueOf(value)), Optional.empty(), source));
            return this;
        }

        /**
         * Something that was true at a time.
         *
         * @param name what
         * @param value what was seen
         * @param at when
         * @param source where
         * @return this builder
         */
        public Builder seen(String name, Object value, Instant at, String source) {
            evidence.add(new Evidence(name, Redaction.mask(String.valueOf(value)), Optional.of(at), source));
            return this;
        }

        /**
         * What the verdict does not say.
         *
         * @param text a sentence
         * @return this builder
         */
        public Builder cannotKnow(String text) {
            cannotKnow.add(Redaction.mask(text));
            return this;
        }

        /**
         * What to do.
         *
         * @param text an order
         * @return this builder
         */
        public Builder advice(String text) {
            String masked = Redaction.mask(text);
            if (!advice.contains(masked)) {
                advice.add(masked);
            }
            return this;
        }

        /**
         * The finding.
         *
         * @return a finding; unknown when no reason was given
         */
        public CheckFinding build() {
            if (reasons.isEmpty()) {
                unknown("nothing was looked at");
            }
            // stable: what was said first stays first among equals
            List<Reason> weightiestFirst = reasons.stream()
                    .sorted(Comparator.comparing(Reason::verdict).reversed())
                    .toList();
            return new CheckFinding(
                    check, weightiestFirst.get(0).verdict(), weightiestFirst, evidence, cannotKnow, advice);
        }
    }
}
