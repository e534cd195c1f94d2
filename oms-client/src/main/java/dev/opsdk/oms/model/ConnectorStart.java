package dev.opsdk.oms.model;

import java.util.Optional;

/** How a connector is started. */
public final class ConnectorStart {
    /** Goes on where it was. */
    public static final ConnectorStart PLAIN = builder().build();

    private final boolean newCheckpoint;
    private final boolean fullImportAgain;

    private ConnectorStart(Builder builder) {
        this.newCheckpoint = builder.newCheckpoint;
        this.fullImportAgain = builder.fullImportAgain;
    }

    /**
     * Starts a wish.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whether it begins where a pull-back said: {@code resume=false} in generation 1, {@code pullBackFlag=true} in generation 2.
     *
     * @return false to go on where it was
     */
    public boolean isFromNewCheckpoint() {
        return newCheckpoint;
    }

    /**
     * Whether a full import runs again: {@code restartFlag=true}.
     *
     * @return false to go on
     */
    public boolean isFullImportAgain() {
        return fullImportAgain;
    }

    /**
     * What a generation cannot do of it.
     *
     * @param generation which one; not {@link Generation#AUTO}
     * @return why it must not be sent; empty when it can do all
     */
    public Optional<String> refusedBy(Generation generation) {
        return generation == Generation.GEN1 && fullImportAgain
                ? Optional.of("generation 1 has no restartFlag")
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "start" + (newCheckpoint ? " from the new checkpoint" : "")
                + (fullImportAgain ? ", full import again" : "");
    }

    /** Builds a {@link ConnectorStart}. */
    public static final class Builder {
        private boolean newCheckpoint;
        private boolean fullImportAgain;

        private Builder() {}

        /**
         * Begins where a pull-back said. Without it the connector goes on where it was, and the new checkpoint is ignored (inferred); so a
         * second try of such a start has to say it, too, and a start that gives the pull-back up must not.
         *
         * @return this builder
         */
        public Builder fromNewCheckpoint() {
            newCheckpoint = true;
            return this;
        }

        /**
         * Runs a full import again; for connectors of that kind in generation 2.
         *
         * @return this builder
         */
        public Builder fullImportAgain() {
            fullImportAgain = true;
            return this;
        }

        /**
         * The wish.
         *
         * @return the wish
         * @throws IllegalArgumentException if both were said: one is for Incr-Sync, the other for Full-Import (OMS documentation)
         */
        public ConnectorStart build() {
            if (newCheckpoint && fullImportAgain) {
                throw new IllegalArgumentException(
                        "fromNewCheckpoint is for incremental connectors and fullImportAgain for full ones; no connector is both");
            }
            return new ConnectorStart(this);
        }
    }
}
