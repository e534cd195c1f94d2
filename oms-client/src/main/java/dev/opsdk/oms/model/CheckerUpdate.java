package dev.opsdk.oms.model;

import dev.opsdk.core.Secret;
import java.util.List;
import java.util.Map;

/** Changes of a checker's configuration for {@code /checker/update}. */
public final class CheckerUpdate {
    /** How many differences of a table end the check. */
    public static final String DIFF_LIMIT = "limitator.table.diff.max";

    private final Changes changes;

    private CheckerUpdate(Changes changes) {
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
     * The changes, secrets masked; also the fields of the form.
     *
     * @return key to value, in order
     */
    public Map<String, String> masked() {
        return changes.masked();
    }

    /**
     * The changes in clear; also the fields of the form.
     *
     * @return key to value, in order
     */
    public Map<String, String> reveal() {
        return changes.reveal();
    }

    /**
     * What must stand in no message.
     *
     * @return the secrets among the values
     */
    public List<Secret> secrets() {
        return changes.secrets();
    }

    /** Keys and values, secrets masked. */
    @Override
    public String toString() {
        return "update checker " + masked();
    }

    /** Builds a {@link CheckerUpdate}. */
    public static final class Builder {
        private final Changes changes = new Changes();

        private Builder() {}

        /**
         * Sets how many differences of one table end the check: 1,000,000 by default, 10,000 in tasks made by the console (OMS
         * documentation).
         *
         * @param rows 1 or more
         * @return this builder
         */
        public Builder diffLimit(long rows) {
            if (rows < 1) {
                throw new IllegalArgumentException(DIFF_LIMIT + " is " + rows + "; it must be at least 1");
            }
            return set(DIFF_LIMIT, Long.toString(rows));
        }

        /**
         * Sets a key.
         *
         * @param key the checker's own key, dots included
         * @param value the value; may be empty
         * @return this builder
         * @throws IllegalArgumentException if the key is blank, set already, or one that names the task, or if the value is a mask
         */
        public Builder set(String key, String value) {
            changes.put(checked(key), value);
            return this;
        }

        /**
         * Sets a key to a secret.
         *
         * @param key the checker's own key, dots included
         * @param value the secret
         * @return this builder
         * @throws IllegalArgumentException as {@link #set(String, String)}
         */
        public Builder set(String key, Secret value) {
            changes.put(checked(key), value);
            return this;
        }

        private static String checked(String key) {
            if (key.equals("task.id") || key.equals("task.type") || key.equals("task.resume")) {
                throw new IllegalArgumentException("'" + key + "' says which task is meant and is no setting of it");
            }
            return key;
        }

        /**
         * The update.
         *
         * @return the update
         * @throws IllegalArgumentException if nothing was set
         */
        public CheckerUpdate build() {
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("an update must set at least one key");
            }
            return new CheckerUpdate(new Changes(changes));
        }
    }
}
