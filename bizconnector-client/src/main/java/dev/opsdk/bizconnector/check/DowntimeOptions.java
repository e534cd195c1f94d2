package dev.opsdk.bizconnector.check;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** How a connector is stopped and started. Immutable. */
public final class DowntimeOptions {
    private final Optional<Runnable> stopper;
    private final Optional<Runnable> starter;
    private final Duration patience;

    private DowntimeOptions(Builder told) {
        this.stopper = told.stopper;
        this.starter = told.starter;
        this.patience = told.patience;
    }

    static DowntimeOptions of(Consumer<Builder> how) {
        Builder builder = new Builder();
        how.accept(builder);
        return new DowntimeOptions(builder);
    }

    Optional<Runnable> stopper() {
        return stopper;
    }

    Optional<Runnable> starter() {
        return starter;
    }

    Duration patience() {
        return patience;
    }

    /** Builds {@link DowntimeOptions}. */
    public static final class Builder {
        private Optional<Runnable> stopper = Optional.empty();
        private Optional<Runnable> starter = Optional.empty();
        private Duration patience = Duration.ofMinutes(30);

        private Builder() {}

        /**
         * What stops the connector, such as a call of the container runtime.
         *
         * @param stopper run once; by hand unless told
         * @return this builder
         */
        public Builder stopBy(Runnable stopper) {
            this.stopper = Optional.of(stopper);
            return this;
        }

        /**
         * What starts the connector.
         *
         * @param starter run once; by hand unless told
         * @return this builder
         */
        public Builder startBy(Runnable starter) {
            this.starter = Optional.of(starter);
            return this;
        }

        /**
         * How long to wait for each of both.
         *
         * @param limit positive; 30 min unless told
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder patience(Duration limit) {
            if (limit.isNegative() || limit.isZero()) {
                throw new IllegalArgumentException("patience must be positive, not " + limit);
            }
            patience = limit;
            return this;
        }
    }
}
