package dev.opsdk.oms.procedure;

import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Outcome;

/** Tells an order that did not happen from one that perhaps did. */
final class Refused {
    private Refused() {}

    /** Lets a compensation run only if the order certainly did not happen; the failure goes on either way. */
    static void then(Runnable order, Runnable compensation) {
        try {
            order.run();
        } catch (OpsException e) {
            if (e.outcome() == Outcome.NOT_DONE) {
                compensation.run();
            }
            throw e;
        }
    }
}
