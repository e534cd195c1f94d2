package dev.opsdk.oms.assess;

import java.time.Instant;

/** Something that was seen of a watched chain. Prints as time and what it is. */
public sealed interface ChainEvent {
    /**
     * When it was seen, by the watching machine's clock; it happened at some time since the look before.
     *
     * @return the time
     */
    Instant at();

    /**
     * One look: a sample of both, with lags, backlog, headroom, and the slopes since some looks before.
     *
     * @param at when
     * @param chain the verdict
     */
    record Sample(Instant at, ChainAssessment chain) implements ChainEvent {
        @Override
        public String toString() {
            return at + " " + chain.severity() + " " + chain.side() + ", store "
                    + chain.store().verdict().level()
                    + chain.store().lag().map(lag -> " " + lag).orElse("") + ", writer "
                    + chain.writer().verdict().level()
                    + chain.writer().lag().map(lag -> " " + lag).orElse("") + " " + chain.facts();
        }
    }

    /**
     * The store is another way than before.
     *
     * @param at when
     * @param from how it was
     * @param to how it is
     */
    record StoreChanged(Instant at, Level from, Verdict to) implements ChainEvent {
        @Override
        public String toString() {
            return at + " store " + from + " -> " + to;
        }
    }

    /**
     * The writer is another way than before.
     *
     * @param at when
     * @param from how it was
     * @param to how it is
     */
    record WriterChanged(Instant at, Level from, Verdict to) implements ChainEvent {
        @Override
        public String toString() {
            return at + " writer " + from + " -> " + to;
        }
    }

    /**
     * The chain is worse or better than before, or another side is to blame.
     *
     * @param at when
     * @param from how it was
     * @param to how it is
     */
    record SeverityChanged(Instant at, ChainAssessment.Severity from, ChainAssessment to) implements ChainEvent {
        @Override
        public String toString() {
            return at + " chain " + from + " -> " + to.severity() + " " + to.side()
                    + (to.reasons().isEmpty() ? "" : ": " + to.reasons().get(0));
        }
    }
}
