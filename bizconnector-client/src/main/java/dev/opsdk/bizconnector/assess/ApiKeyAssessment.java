package dev.opsdk.bizconnector.assess;

import dev.opsdk.core.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** The policy for API keys, which the server enforces by not starting, and their hygiene, which nobody enforces. */
public final class ApiKeyAssessment {
    private static final int SHORTEST = 30;
    private static final String SPECIAL = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private ApiKeyAssessment() {}

    /**
     * What the server would refuse about a key, at its next start.
     *
     * @param key the key
     * @return what it lacks; empty when it is strong enough
     */
    public static List<String> weaknesses(Secret key) {
        String text = key.reveal();
        List<String> lacks = new ArrayList<>();
        if (text.length() < SHORTEST) {
            lacks.add("fewer than " + SHORTEST + " characters");
        }
        few(text, 2, c -> c >= '0' && c <= '9', "digits", lacks);
        few(text, 2, c -> c >= 'A' && c <= 'Z', "upper case letters", lacks);
        few(text, 2, c -> c >= 'a' && c <= 'z', "lower case letters", lacks);
        few(text, 1, c -> SPECIAL.indexOf(c) >= 0, "special characters", lacks);
        return List.copyOf(lacks);
    }

    private static void few(String text, int least, IntPredicate kind, String what, List<String> lacks) {
        if (text.chars().filter(kind).count() < least) {
            lacks.add("fewer than " + least + " " + what);
        }
    }

    /**
     * Judges an inventory.
     *
     * @param inventory the keys of one connector
     * @param soon how long before its end a key should be replaced
     * @param now the time
     * @return a finding named {@code api keys}; keys are named by their ids
     */
    public static CheckFinding of(Collection<ApiKeyEntry> inventory, Duration soon, Instant now) {
        CheckFinding.Builder finding = CheckFinding.of("api keys");
        String source = "inventory";
        if (inventory.isEmpty()) {
            return finding.unknown("the inventory has no key").build();
        }
        Set<Secret> seen = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (ApiKeyEntry each : inventory) {
            String name = "key " + each.id();
            finding.seen(
                    name,
                    state(each, now) + ", scopes "
                            + each.scopes().stream().sorted().toList(),
                    source);
            List<String> weak = weaknesses(each.key());
            if (!weak.isEmpty() && each.validAt(now)) {
                finding.fail(name + " is too weak: " + String.join(", ", weak))
                        .advice("replace it: the connector does not start with it");
            }
            if (!seen.add(each.key())) {
                finding.fail(name + " has the same text as another one")
                        .advice("give each id a key of its own: the connector does not start with two equal ones");
            }
            if (!ids.add(each.id())) {
                finding.warn("the id " + each.id() + " stands twice");
            }
            hygiene(each, name, soon, now, finding);
        }
        if (inventory.stream().noneMatch(each -> each.validAt(now))) {
            finding.fail("no key is enabled and unexpired").advice("add one: the connector does not start without");
        } else {
            finding.pass("keys that were looked at: " + inventory.size());
        }
        return finding.cannotKnow("whether the inventory is what the connector is configured with: it tells no key")
                .build();
    }

    private static void hygiene(
            ApiKeyEntry each, String name, Duration soon, Instant now, CheckFinding.Builder finding) {
        if (!each.validAt(now)) {
            finding.advice("take " + name + " out of the configuration, it cannot be used any more");
            return;
        }
        if (each.expiresAt().isEmpty()) {
            finding.warn(name + " never ends").advice("let keys end (expiresAt), and rotate them before");
        } else if (each.expiresAt().get().isBefore(now.plus(soon))) {
            finding.warn(name + " ends at " + each.expiresAt().get()).advice("rotate " + name);
        }
        if (each.scopes().contains("**")) {
            finding.warn(name + " may do everything")
                    .advice("give each key only what it needs; these checks need monitoring:** and core:account");
        }
    }

    private static String state(ApiKeyEntry each, Instant now) {
        return !each.enabled()
                ? "disabled"
                : each.validAt(now)
                        ? "valid" + each.expiresAt().map(end -> " until " + end).orElse(", no end")
                        : "expired at "
                                + each.expiresAt().map(Instant::toString).orElse("");
    }
}
