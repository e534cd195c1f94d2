package dev.opsdk.oms.model;

import dev.opsdk.core.Secret;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Changes of a connector's configuration, in words that fit both generations: {@code dest} becomes {@code sink} and
 * {@code connector_jvm_param} becomes {@code connectorJvmParam} where they have to. The connector has to be stopped. Holds only what
 * changes.
 */
public final class ConnectorUpdate {
    private static final String JVM_FIRST = "connector_jvm_param";
    private static final String JVM_SECOND = "connectorJvmParam";
    private static final String CHECKPOINT = "checkpoint";

    private final Map<ConnectorScope, Changes> changes;
    private final List<Deletion> deletions;
    private final Optional<PullBack> pullBack;

    private record Deletion(ConnectorScope scope, String key) {}

    private ConnectorUpdate(Builder builder) {
        this.changes = new EnumMap<>(ConnectorScope.class);
        builder.changes.forEach((scope, values) -> changes.put(scope, new Changes(values)));
        this.deletions = List.copyOf(builder.deletions);
        this.pullBack = builder.pullBack;
    }

    /**
     * Starts one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The update that sets where a connector begins anew. A start that shall honour it says so, too.
     *
     * @param target the times
     * @return the update
     */
    public static ConnectorUpdate pullBack(PullBack target) {
        return builder().pullBackTo(target).build();
    }

    /**
     * Where the connector is to begin anew, if that is part of it.
     *
     * @return the times
     */
    public Optional<PullBack> pullBack() {
        return pullBack;
    }

    /**
     * What a generation cannot do of it.
     *
     * @param generation which one; not {@link Generation#AUTO}
     * @return why it must not be sent; empty when it can do all
     */
    public Optional<String> refusedBy(Generation generation) {
        if (generation == Generation.GEN2) {
            return Optional.empty();
        }
        if (!deletions.isEmpty()) {
            return Optional.of("generation 1 cannot delete keys");
        }
        return changes.containsKey(ConnectorScope.CONDITION)
                ? Optional.of("generation 1 has no scope 'condition'")
                : Optional.empty();
    }

    /**
     * The changes as fields of generation 1's form, in clear.
     *
     * @return {@code scope.key} to value, in order
     * @throws IllegalStateException if generation 1 cannot do it; see {@link #refusedBy}
     */
    public Map<String, String> revealForm() {
        return form(Changes::reveal);
    }

    /**
     * The changes as fields of generation 1's form, secrets masked, for plans.
     *
     * @return {@code scope.key} to value, in order
     * @throws IllegalStateException if generation 1 cannot do it; see {@link #refusedBy}
     */
    public Map<String, String> maskedForm() {
        return form(Changes::masked);
    }

    private interface View {
        Map<String, String> of(Changes changes);
    }

    private Map<String, String> form(View view) {
        refusedBy(Generation.GEN1).ifPresent(why -> {
            throw new IllegalStateException(why);
        });
        Map<String, String> form = new LinkedHashMap<>();
        nested(Generation.GEN1, view)
                .forEach((scope, values) -> values.forEach((key, value) -> form.put(scope + "." + key, value)));
        return form;
    }

    /**
     * The changes as generation 2's JSON body, in clear.
     *
     * @return scope to key to value; a checkpoint is JSON inside a text
     */
    public Map<String, Map<String, String>> revealBody() {
        return nested(Generation.GEN2, Changes::reveal);
    }

    /**
     * The changes as generation 2's JSON body, secrets masked, for plans.
     *
     * @return scope to key to value
     */
    public Map<String, Map<String, String>> maskedBody() {
        return nested(Generation.GEN2, Changes::masked);
    }

    private Map<String, Map<String, String>> nested(Generation generation, View view) {
        Map<String, Map<String, String>> body = new LinkedHashMap<>();
        changes.forEach((scope, values) -> {
            Map<String, String> named = new LinkedHashMap<>();
            view.of(values).forEach((key, value) -> named.put(wire(scope, key, generation), value));
            body.put(scope.wire(generation).orElseThrow(), named);
        });
        return body;
    }

    /**
     * Generation 2's {@code deleteParams}. A pull-back deletes the old checkpoint, too (OMS documentation).
     *
     * @return {@code scope.key}, in order; empty when nothing is deleted
     */
    public List<String> deleteParams() {
        List<String> params = new ArrayList<>();
        if (pullBack.isPresent()) {
            params.add("source." + CHECKPOINT);
        }
        deletions.forEach(each -> params.add(each.scope().wire(Generation.GEN2).orElseThrow() + "."
                + wire(each.scope(), each.key(), Generation.GEN2)));
        return List.copyOf(params);
    }

    private static String wire(ConnectorScope scope, String key, Generation generation) {
        return scope == ConnectorScope.COORDINATOR && key.equals(JVM_SECOND) && generation == Generation.GEN1
                ? JVM_FIRST
                : key;
    }

    /**
     * What must stand in no message.
     *
     * @return the secrets among the values
     */
    public List<Secret> secrets() {
        return changes.values().stream()
                .flatMap(values -> values.secrets().stream())
                .toList();
    }

    /** Scopes, keys and values, secrets masked. */
    @Override
    public String toString() {
        return "update connector " + maskedBody() + (deletions.isEmpty() ? "" : " delete " + deleteParams());
    }

    /** Builds a {@link ConnectorUpdate}. */
    public static final class Builder {
        private final Map<ConnectorScope, Changes> changes = new EnumMap<>(ConnectorScope.class);
        private final List<Deletion> deletions = new ArrayList<>();
        private Optional<PullBack> pullBack = Optional.empty();

        private Builder() {}

        /**
         * Sets a key.
         *
         * @param scope where
         * @param key the key without the scope, in the words of either generation
         * @param value the value; may be empty; JSON goes in as text
         * @return this builder
         * @throws IllegalArgumentException if the key is blank, set or deleted already, or one that names the connector, or if the
         *     value is a mask
         */
        public Builder set(ConnectorScope scope, String key, String value) {
            in(scope).put(checked(scope, key), value);
            return this;
        }

        /**
         * Sets a key to a secret.
         *
         * @param scope where
         * @param key the key without the scope
         * @param value the secret
         * @return this builder
         * @throws IllegalArgumentException as {@link #set(ConnectorScope, String, String)}
         */
        public Builder set(ConnectorScope scope, String key, Secret value) {
            in(scope).put(checked(scope, key), value);
            return this;
        }

        /**
         * Sets a key of where data comes from.
         *
         * @param key the key
         * @param value the value
         * @return this builder
         */
        public Builder source(String key, String value) {
            return set(ConnectorScope.SOURCE, key, value);
        }

        /**
         * Sets a key of where data goes: {@code dest} in generation 1.
         *
         * @param key the key
         * @param value the value
         * @return this builder
         */
        public Builder sink(String key, String value) {
            return set(ConnectorScope.SINK, key, value);
        }

        /**
         * Sets a key of the process.
         *
         * @param key the key
         * @param value the value
         * @return this builder
         */
        public Builder coordinator(String key, String value) {
            return set(ConnectorScope.COORDINATOR, key, value);
        }

        /**
         * Sets a key of what is synchronised; generation 2 only.
         *
         * @param key the key
         * @param value the value
         * @return this builder
         */
        public Builder condition(String key, String value) {
            return set(ConnectorScope.CONDITION, key, value);
        }

        /**
         * Sets the JVM's parameters; they replace all there were.
         *
         * @param params fills them in
         * @return this builder
         */
        public Builder jvm(Consumer<JvmParams.Builder> params) {
            JvmParams.Builder builder = JvmParams.builder();
            params.accept(builder);
            return coordinator(JVM_SECOND, builder.build().toString());
        }

        /**
         * Sets where to begin anew.
         *
         * @param target the times
         * @return this builder
         */
        public Builder pullBackTo(PullBack target) {
            in(ConnectorScope.SOURCE).put(CHECKPOINT, target.checkpointJson());
            pullBack = Optional.of(target);
            return this;
        }

        /**
         * Deletes a key; generation 2 only.
         *
         * @param scope where
         * @param key the key without the scope
         * @return this builder
         * @throws IllegalArgumentException if the key is blank, set, deleted already, or one that names the connector
         */
        public Builder delete(ConnectorScope scope, String key) {
            Changes.checkKey(key);
            if (key.contains(",")) {
                throw new IllegalArgumentException("a key to delete holds no comma; the server would cut it there");
            }
            String canonical = checked(scope, key);
            Changes set = changes.get(scope);
            if (set != null && set.has(canonical)) {
                throw new IllegalArgumentException("the key '" + key + "' is both set and deleted");
            }
            deletions.add(new Deletion(scope, canonical));
            return this;
        }

        private Changes in(ConnectorScope scope) {
            return changes.computeIfAbsent(scope, any -> new Changes());
        }

        /** In the words of generation 2. */
        private String checked(ConnectorScope scope, String key) {
            if (key.equals("taskName")) {
                throw new IllegalArgumentException("'taskName' names the connector and is no setting of it");
            }
            int dot = key.indexOf('.');
            if (dot > 0 && key.substring(0, dot).matches("source|dest|sink|coordinator|condition")) {
                throw new IllegalArgumentException(
                        "the key '" + key + "' has a scope in front already; it is put before every key");
            }
            if (scope == ConnectorScope.SOURCE && key.equals(CHECKPOINT)) {
                throw new IllegalArgumentException(
                        "a checkpoint is set with pullBackTo, which knows its unit and its form");
            }
            String canonical = scope == ConnectorScope.COORDINATOR && key.equals(JVM_FIRST) ? JVM_SECOND : key;
            if (deletions.contains(new Deletion(scope, canonical))) {
                throw new IllegalArgumentException("the key '" + key + "' is deleted already");
            }
            return canonical;
        }

        /**
         * The update.
         *
         * @return the update
         * @throws IllegalArgumentException if nothing was set or deleted
         */
        public ConnectorUpdate build() {
            if (changes.values().stream().allMatch(Changes::isEmpty) && deletions.isEmpty()) {
                throw new IllegalArgumentException("an update must set or delete at least one key");
            }
            return new ConnectorUpdate(this);
        }
    }
}
