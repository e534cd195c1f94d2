package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.SimResponse;
import java.util.Set;

/**
 * One operation.
 *
 * @param methods what it is served on
 * @param place where its parameters are looked for when it is posted; always the query otherwise
 * @param secondGeneration whether it answers with the envelope also when it refuses
 * @param action what it does
 */
record Route(Set<String> methods, Place place, boolean secondGeneration, Action action) {

    /** Where parameters are. */
    enum Place {
        QUERY,
        FORM
    }

    /** Answers a call. */
    @FunctionalInterface
    interface Action {
        SimResponse answer(Call call) throws Refusal, InterruptedException;
    }

    static Route get(Action action) {
        return new Route(Set.of("GET"), Place.QUERY, false, action);
    }

    static Route postQuery(Action action) {
        return new Route(Set.of("POST"), Place.QUERY, false, action);
    }

    static Route postForm(Action action) {
        return new Route(Set.of("POST"), Place.FORM, false, action);
    }

    static Route second(Action action) {
        return new Route(Set.of("POST"), Place.QUERY, true, action);
    }

    Route onlyGet() {
        return new Route(Set.of("GET"), place, secondGeneration, action);
    }

    Route alsoGet() {
        return new Route(Set.of("GET", "POST"), place, secondGeneration, action);
    }
}
