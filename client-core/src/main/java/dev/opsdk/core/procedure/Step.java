package dev.opsdk.core.procedure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    private final boolean always;
    private final Optional<String> part;
    private final List<RequestLine> requests;
    private final Supplier<Look> look;
    private final Supplier<Look> prove;
    private final Consumer<Consumer<String>> act;

    private Step(Builder builder) {
        this.title = builder.title;
        this.destructive = builder.destructive;
        this.always = builder.always;
        this.part = builder.part;
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
     * Whether it is run at the end of a run that began, however that ended: it puts back what the run changed for its own use.
     *
     * @return true if it always runs
     */
    public boolean always() {
        return always;
    }

    /**
     * The part of the work that it belongs to. When a step of a part is refused or fails, the steps of other parts go on.
     *
     * @return the part; empty for a step that everything after it needs
     */
    public Optional<String> part() {
        return part;
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
        private boolean always;
        private Optional<String> part = Optional.empty();
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
         * Marks a step that puts back what the run changed for its own use: it runs at the end, also after a failure or an interrupt.
         * Such steps stand at the end of their plan.
         *
         * @return this builder
         */
        public Builder always() {
            always = true;
            return this;
        }

        /**
         * Puts the step into a part of the work that can fail alone.
         *
         * @param name the part, such as a table
         * @return this builder
         */
        public Builder part(String name) {
            part = Optional.of(name);
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
