package dev.opsdk.examples.live;

import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.ForbiddenException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.Step;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is done to one server, over its client alone: nothing here knows whether the server is real. Reads first, and changes only if
 * the client may change something. One look that fails hides no other.
 */
abstract class Scenario {
    protected final Env env;
    protected final Transcript transcript;

    Scenario(Env env, Transcript transcript) {
        this.env = env;
        this.transcript = transcript;
    }

    /** The first call. When it fails, nothing else is tried. */
    abstract void contact();

    /** What to look at when {@link #contact()} fails, for somebody who tries this for the first time. */
    abstract String whenNobodyAnswers();

    /** Looks at everything that is safe to look at. */
    abstract void read();

    /** What {@link #change()} would do, for who does not let it. */
    abstract String wouldChange();

    /** Changes something small and puts it back. */
    abstract void change();

    final void run(boolean mutate) {
        transcript.heading("Is it there?");
        try {
            contact();
        } catch (OpsException e) {
            transcript.failed("first contact, nothing else was tried", e);
            transcript.hint("look: " + whenNobodyAnswers());
            return;
        }
        read();
        transcript.heading("Change something and put it back");
        if (mutate) {
            change();
        } else {
            transcript.skipped(wouldChange(), Env.MUTATE + " is not true");
        }
    }

    /** One look; what this server does not offer, or does not let us see, is no failure. */
    protected final <T> Optional<T> look(String what, Supplier<T> call) {
        try {
            T seen = call.get();
            transcript.found(seen);
            return Optional.of(seen);
        } catch (CancelledException e) {
            throw e;
        } catch (UnsupportedException e) {
            transcript.skipped(what, "this server does not offer it");
        } catch (ForbiddenException e) {
            transcript.skipped(what, "these credentials may not see it");
        } catch (OpsException e) {
            transcript.failed(what, e);
        }
        return Optional.empty();
    }

    /** Runs a plan, unless it is forbidden; true if it reached its goal. */
    protected final boolean run(String what, Plan plan) {
        transcript.found(plan);
        if (plan.blocked()) {
            transcript.skipped(what, "a pre-check forbids it");
            return false;
        }
        try {
            Report report = plan.run(new ProcedureListener() {
                @Override
                public void onStep(int number, Step step) {
                    transcript.hint("step " + number + ": " + step.title());
                }
            });
            transcript.found(report);
            return true;
        } catch (ProcedureException e) {
            transcript.failed(what, e);
            transcript.found(e.report());
            return false;
        }
    }
}
