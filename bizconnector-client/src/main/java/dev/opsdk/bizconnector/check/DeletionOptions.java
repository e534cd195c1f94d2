package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.assess.OldKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** What is deleted. Immutable. */
public final class DeletionOptions {
    private final Set<OldKind> kinds;
    private final int most;

    private DeletionOptions(Builder told) {
        this.kinds = EnumSet.copyOf(told.kinds);
        this.most = told.most;
    }

    static DeletionOptions of(Consumer<Builder> how) {
        Builder builder = new Builder();
        how.accept(builder);
        return new DeletionOptions(builder);
    }

    Set<OldKind> kinds() {
        return kinds;
    }

    int most() {
        return most;
    }

    /** Builds {@link DeletionOptions}. */
    public static final class Builder {
        private final Set<OldKind> kinds =
                EnumSet.of(OldKind.EXPIRED_FILE, OldKind.EXPIRED_TEMPLATE, OldKind.EXPIRED_TOKEN);
        private int most = 500;

        private Builder() {}

        /**
         * Which kinds; expired files, templates and tokens unless told. Ended relationships take their messages and attributes with
         * them.
         *
         * @param first a kind
         * @param others more kinds
         * @return this builder
         * @throws IllegalArgumentException if one of them cannot be deleted
         */
        public Builder kinds(OldKind first, OldKind... others) {
            Set<OldKind> told = EnumSet.of(first, others);
            told.stream().filter(kind -> !kind.deletable()).findFirst().ifPresent(kind -> {
                throw new IllegalArgumentException("the server cannot delete " + kind.words());
            });
            kinds.clear();
            kinds.addAll(told);
            return this;
        }

        /**
         * How many things at most; the rest is left for another plan.
         *
         * @param things 1 to 10,000; 500 unless told
         * @return this builder
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder most(int things) {
            if (things < 1 || things > 10_000) {
                throw new IllegalArgumentException("most must be 1 to 10,000, not " + things);
            }
            most = things;
            return this;
        }
    }
}
