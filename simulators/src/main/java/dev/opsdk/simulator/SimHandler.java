package dev.opsdk.simulator;

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
}
