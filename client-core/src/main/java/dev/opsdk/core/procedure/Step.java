package dev.opsdk.core.procedure;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One step of a procedure: how it looks, what it sends, how its effect is proved. Idempotence comes from looking: before it acts, and
 * again afterwards.
 */
public final class Step {
    private final String title;
    private final boolean destructive;
    private final List<RequestLine> requests;
    private final Supplier<Look> look;
    private final Supplier<Look> prove;
    private final Consumer<Consumer<String>> act;

    private Step(Builder builder) {
        this.title = builder.title;
        this.destructive = builder.destructive;
        this.requests = List.copyOf(builder.requests);
        this.look = Objects.requireNonNull(builder.look, "a step needs a look");
        this.act = builder.act;
        this.prove = builder.prove == null ? this.look : builder.prove;
    }

    /**
     * Starts a step.
     *
     * @param title what it does, as an order
     * @return a builder
     */
    public static Builder named(String title) {
        return new Builder(title);
    }

    /**
     * What it does.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    /**
     * Whether something is gone afterwards.
     *
     * @return true if it destroys
     */
    public boolean destructive() {
        return destructive;
    }

    /**
     * What it sends to change something; empty for a step that only waits.
     *
     * @return the requests
     */
    public List<RequestLine> requests() {
        return requests;
    }

    Look look() {
        return look.get();
    }

    Look prove() {
        return prove.get();
    }

    void act(Consumer<String> progress) {
        act.accept(progress);
    }

    /** Builds a {@link Step}. */
    public static final class Builder {
        private final String title;
        private boolean destructive;
        private List<RequestLine> requests = List.of();
        private @Nullable Supplier<Look> look;
        private @Nullable Supplier<Look> prove;
        private Consumer<Consumer<String>> act = progress -> {};

        private Builder(String title) {
            this.title = title;
        }

        /**
         * Marks a step after which something is gone.
         *
         * @return this builder
         */
        public Builder destructive() {
            destructive = true;
            return this;
        }

        /**
         * What it sends to change something. A step that does not say so counts as one that changes nothing.
         *
         * @param lines the requests, as they will be
         * @return this builder
         */
        public Builder sends(RequestLine... lines) {
            requests = List.of(lines);
            return this;
        }

        /**
         * Reads whether there is anything to do. Also asked afterwards, unless {@link #prove} is told.
         *
         * @param reader only reads
         * @return this builder
         */
        public Builder look(Supplier<Look> reader) {
            look = reader;
            return this;
        }

        /**
         * Does it.
         *
         * @param action acts, or waits; may say how far it is
         * @return this builder
         */
        public Builder act(Consumer<Consumer<String>> action) {
            act = action;
            return this;
        }

        /**
         * Reads whether it worked, where looking alone cannot tell.
         *
         * @param reader only reads
         * @return this builder
         */
        public Builder prove(Supplier<Look> reader) {
            prove = reader;
            return this;
        }

        /**
         * The step.
         *
         * @return a step
         */
        public Step build() {
            return new Step(this);
        }
    }
}
