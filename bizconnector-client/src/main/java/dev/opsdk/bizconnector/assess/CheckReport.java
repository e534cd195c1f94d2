package dev.opsdk.bizconnector.assess;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a set of checks came to.
 *
 * @param name the set's name
 * @param target what was checked
 * @param time when it began
 * @param took how long it took
 * @param results a finding per check, in the order of the checks
 * @param notRun the checks that were not run, and what they would need; they do not count for the verdict
 */
public record CheckReport(
        String name,
        String target,
        Instant time,
        Duration took,
        List<CheckFinding> results,
        Map<String, String> notRun) {

    /** Keeps copies. */
    public CheckReport {
        results = List.copyOf(results);
        notRun = Collections.unmodifiableMap(new LinkedHashMap<>(notRun));
    }

    /**
     * The worst verdict.
     *
     * @return of all checks that ran; unknown when none ran
     */
    public Verdict worst() {
        return results.stream()
                .map(CheckFinding::verdict)
                .reduce(Verdict::worse)
                .orElse(Verdict.UNKNOWN);
    }

    /**
     * One check's finding.
     *
     * @param check the check's name
     * @return its finding; empty when it was not run
     */
    public Optional<CheckFinding> result(String check) {
        return results.stream().filter(each -> each.check().equals(check)).findFirst();
    }

    /**
     * The findings with one verdict.
     *
     * @param verdict the verdict
     * @return findings, in the order of the checks
     */
    public List<CheckFinding> with(Verdict verdict) {
        return results.stream().filter(each -> each.verdict() == verdict).toList();
    }

    /**
     * All of it for a machine. Times are ISO-8601 in UTC, durations whole milliseconds.
     *
     * @return an indented JSON object
     */
    public String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("name", name)
                .put("target", target)
                .put("time", time.toString())
                .put("tookMillis", took.toMillis())
                .put("worst", worst().name());
        ArrayNode all = root.putArray("results");
        results.forEach(each -> write(each, all.addObject()));
        ObjectNode not = root.putObject("notRun");
        notRun.forEach(not::put);
        return root.toPrettyString();
    }

    private static void write(CheckFinding finding, ObjectNode to) {
        to.put("check", finding.check()).put("verdict", finding.verdict().name());
        ArrayNode reasons = to.putArray("reasons");
        finding.reasons()
                .forEach(each -> reasons.addObject()
                        .put("verdict", each.verdict().name())
                        .put("text", each.text()));
        ArrayNode evidence = to.putArray("evidence");
        finding.evidence().forEach(each -> {
            ObjectNode one = evidence.addObject().put("name", each.name()).put("value", each.value());
            each.at().ifPresent(at -> one.put("at", at.toString()));
            one.put("source", each.source());
        });
        ArrayNode cannotKnow = to.putArray("cannotKnow");
        finding.cannotKnow().forEach(cannotKnow::add);
        ArrayNode advice = to.putArray("advice");
        finding.advice().forEach(advice::add);
    }

    /** A line per check, and below each that is not in order what was seen, what nobody can know from it, and what to do. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name + " of " + target + ": " + worst() + " ("
                + time.truncatedTo(ChronoUnit.SECONDS) + ", took " + Durations.text(took) + ")");
        int width = Math.max(
                results.stream().mapToInt(each -> each.check().length()).max().orElse(0),
                notRun.keySet().stream().mapToInt(String::length).max().orElse(0));
        String row = "%n  %-8s %-" + Math.max(width, 1) + "s  %s";
        String more = "%n  %-8s %-" + Math.max(width, 1) + "s    %s";
        for (CheckFinding each : results) {
            boolean good = each.verdict() == Verdict.PASS;
            String first = good ? each.summary() : each.reasons().get(0).text();
            text.append(String.format(Locale.ROOT, row, each.verdict(), each.check(), first));
            if (!good) {
                each.reasons().stream()
                        .skip(1)
                        .filter(reason -> reason.verdict() != Verdict.PASS)
                        .map(reason -> reason.verdict() == each.verdict() ? reason.text() : reason.toString())
                        .forEach(reason -> text.append(String.format(Locale.ROOT, more, "", "", "and:  " + reason)));
                each.evidence().forEach(seen -> text.append(String.format(Locale.ROOT, more, "", "", "seen: " + seen)));
                each.cannotKnow()
                        .forEach(limit -> text.append(String.format(Locale.ROOT, more, "", "", "but:  " + limit)));
                each.advice()
                        .forEach(advice -> text.append(String.format(Locale.ROOT, more, "", "", "do:   " + advice)));
            }
        }
        notRun.forEach((check, why) -> text.append(String.format(Locale.ROOT, row, "not run", check, why)));
        return text.toString();
    }
}
