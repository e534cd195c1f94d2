package dev.opsdk.oms.procedure;

import java.time.Instant;
import java.util.Optional;

/**
 * Tells the state of a connector or checker, which the cluster manager's documented calls do not: an adapter of the console's OpenAPI,
 * say. Asked before steps, after them and for reports; must only read. Without one, procedures say {@code accepted, not verified}.
 */
@FunctionalInterface
public interface StateProbe {
    /** Knows nothing. */
    StateProbe NONE = component -> Sighting.UNKNOWN;

    /** What a component does. */
    enum State {
        /** It runs. */
        RUNNING,
        /** It was stopped. */
        STOPPED,
        /** It does not run, although it should. */
        ABNORMAL,
        /** There is no such component. */
        GONE,
        /** Cannot be told. */
        UNKNOWN
    }

    /**
     * What was seen.
     *
     * @param state what it does
     * @param position how far it is, if that can be told
     * @param evidence where this is known from, to be read
     */
    record Sighting(State state, Optional<Instant> position, String evidence) {
        /** Nothing was seen. */
        public static final Sighting UNKNOWN = of(State.UNKNOWN, "the cluster manager documents no call that shows it");

        /**
         * A state without a position.
         *
         * @param state what it does
         * @param evidence where this is known from
         * @return the sighting
         */
        public static Sighting of(State state, String evidence) {
            return new Sighting(state, Optional.empty(), evidence);
        }

        boolean known() {
            return state != State.UNKNOWN;
        }

        @Override
        public String toString() {
            return known()
                    ? state + position.map(at -> " at " + at).orElse("") + " (" + evidence + ")"
                    : "not known, " + evidence;
        }
    }

    /**
     * Looks at a component.
     *
     * @param component a connector's name, or the id of a checker's task
     * @return what it does
     */
    Sighting look(String component);
}
