package dev.opsdk.oms.model;

import dev.opsdk.core.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Keys and values of an update, in order, each key once, with what must not be written refused. */
final class Changes {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> secret = new TreeSet<>();

    Changes() {}

    Changes(Changes other) {
        values.putAll(other.values);
        secret.addAll(other.secret);
    }

    void put(String key, String value) {
        checkKey(key);
        if (ConfigSecrets.isMasked(value)) {
            throw new IllegalArgumentException("the value of '" + key
                    + "' holds a mask of asterisks; writing it back would overwrite the secret it stands for");
        }
        if (values.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException("the key '" + key + "' is set twice; the server would take one of both");
        }
        if (ConfigSecrets.isSecret(key)) {
            secret.add(key);
        }
    }

    void put(String key, Secret value) {
        put(key, value.reveal());
        secret.add(key);
    }

    static void checkKey(String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a key must not be blank");
        }
        if (key.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c) || c == '=')) {
            throw new IllegalArgumentException("a key holds no blank space and no '='; is it key and value in one?");
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Keys to values in clear. */
    Map<String, String> reveal() {
        return new LinkedHashMap<>(values);
    }

    Map<String, String> masked() {
        Map<String, String> masked = new LinkedHashMap<>();
        values.forEach((key, value) -> masked.put(
                key, secret.contains(key) && !value.isEmpty() ? Secret.MASK : ConfigSecrets.shown(key, value)));
        return masked;
    }

    /** What must stand in no message: the secrets, and values that have one inside. */
    List<Secret> secrets() {
        List<Secret> secrets = new ArrayList<>();
        values.forEach((key, value) -> {
            if (secret.contains(key) || !ConfigSecrets.shown(key, value).equals(value)) {
                secrets.add(Secret.of(value));
            }
        });
        return List.copyOf(secrets);
    }
}
