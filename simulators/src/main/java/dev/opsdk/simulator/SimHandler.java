package dev.opsdk.simulator;

import java.util.List;

/** The part of a simulator that answers requests. Called on one daemon thread per connection. */
@FunctionalInterface
public interface SimHandler {

    /**
     * Answers one request. May block where the real server would; the thread is interrupted when the server goes away.
     *
     * @param request what was asked
     * @return the answer
     * @throws InterruptedException when the server went away meanwhile; nothing is answered then
     */
    SimResponse handle(SimRequest request) throws InterruptedException;

    /**
     * The paths there are, so that a fault planned for any other can be refused.
     *
     * @return whole paths, in which {@code {id}} stands for anything between two slashes; empty when any is served
     */
    default List<String> paths() {
        return List.of();
    }
}
