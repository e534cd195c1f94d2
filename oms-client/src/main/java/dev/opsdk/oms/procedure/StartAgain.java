package dev.opsdk.oms.procedure;

import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.procedure.RequestLine;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The compensation of a change that was refused: what was stopped for it is started again, once, and what came of it is told. */
final class StartAgain {
    private static final Logger LOG = LoggerFactory.getLogger(StartAgain.class);

    private final String what;
    private final RequestLine request;
    private Optional<String> told = Optional.empty();

    StartAgain(String what, RequestLine request) {
        this.what = what;
        this.request = request;
    }

    Optional<String> told() {
        return told;
    }

    void forget() {
        told = Optional.empty();
    }

    /** Never throws: the refusal that led here is what the step ends with. */
    void ifStillThere(BooleanSupplier stillThere, Runnable start) {
        try {
            if (!stillThere.getAsBoolean()) {
                told = Optional.of(
                        "it was refused, but " + what + " is gone: nothing was started; look in the console");
                return;
            }
            start.run();
            told = Optional.of(what + " was started again as it was");
        } catch (OpsException e) {
            told = Optional.of(
                    e.outcome() == Outcome.NOT_DONE
                            ? what + " is STOPPED, starting it again failed: " + e.getMessage() + "; by hand: "
                                    + request.curl()
                            : "whether " + what + " was started again is not known, look: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("starting {} again broke", what, e);
            told = Optional.of("whether " + what + " was started again is not known, look");
        }
    }
}
