package dev.opsdk.oms.model;

import dev.opsdk.core.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes of a writer's configuration for {@code /applier/update}. The writer has to be stopped. Holds only what changes: a whole
 * configuration, read masked and written back, would overwrite its passwords with asterisks.
 */
public final class WriterUpdate {
    private static final String PREFIX = "JDBCWriter.";

    private final Changes changes;

    private WriterUpdate(Changes changes) {
        this.changes = changes;
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
     * The changes, secrets masked, keys as in {@link WriterConfig}.
     *
     * @return key to value, in order
     */
    public Map<String, String> masked() {
        return changes.masked();
    }

    /**
     * The changes in clear, keys as in {@link WriterConfig}. The name is long enough to be found in a review.
     *
     * @return key to value, in order
     */
    public Map<String, String> reveal() {
        return changes.reveal();
    }

    /**
     * The changes as fields of the form, in clear, each key behind {@code JDBCWriter.}.
     *
     * @return field to value, in order
     */
    public Map<String, String> revealForm() {
        return prefixed(changes.reveal());
    }

    /**
     * The changes as fields of the form, secrets masked, for plans.
     *
     * @return field to value, in order
     */
    public Map<String, String> maskedForm() {
        return prefixed(changes.masked());
    }

    /**
     * What must stand in no message.
     *
     * @return the secrets among the values
     */
    public List<Secret> secrets() {
        return changes.secrets();
    }

    private static Map<String, String> prefixed(Map<String, String> values) {
        Map<String, String> form = new LinkedHashMap<>();
        values.forEach((key, value) -> form.put(PREFIX + key, value));
        return form;
    }

    /** Keys and values, secrets masked. */
    @Override
    public String toString() {
        return "update writer " + masked();
    }

    /** Builds a {@link WriterUpdate}. */
    public static final class Builder {
        private final Changes changes = new Changes();

        private Builder() {}

        /**
         * Sets a key. Any characters may stand in the value, {@code &}, {@code +}, quotes and backticks included.
         *
         * @param key the key as in {@link WriterConfig}, without {@code JDBCWriter.}
         * @param value the value; may be empty
         * @return this builder
         * @throws IllegalArgumentException if the key is blank, set already, or one that names the writer, or if the value is a mask
         */
        public Builder set(String key, String value) {
            changes.put(checked(key), value);
            return this;
        }

        /**
         * Sets a key to a secret.
         *
         * @param key the key as in {@link WriterConfig}, without {@code JDBCWriter.}
         * @param value the secret
         * @return this builder
         * @throws IllegalArgumentException as {@link #set(String, String)}
         */
        public Builder set(String key, Secret value) {
            changes.put(checked(key), value);
            return this;
        }

        private static String checked(String key) {
            if (key.startsWith(PREFIX)) {
                throw new IllegalArgumentException(
                        "the key '" + key + "' has the prefix " + PREFIX + " already; it is put before every key");
            }
            if (key.equals("applierName") || key.equals("writerName")) {
                throw new IllegalArgumentException("'" + key + "' names the writer and is no setting of it");
            }
            return key;
        }

        /**
         * The update.
         *
         * @return the update
         * @throws IllegalArgumentException if nothing was set
         */
        public WriterUpdate build() {
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("an update must set at least one key");
            }
            return new WriterUpdate(new Changes(changes));
        }
    }
}
