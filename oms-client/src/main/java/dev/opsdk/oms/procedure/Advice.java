package dev.opsdk.oms.procedure;

import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.model.ComponentName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What several procedures say about what to do next. */
final class Advice {
    private Advice() {}

    static List<String> notStopped(StepOutcome stop, String kind) {
        return stop == StepOutcome.REJECTED || stop == StepOutcome.NOT_RUN
                ? List.of("nothing was changed; settle the cause, then report.resume().run()")
                : List.of(
                        "the " + kind
                                + " may be stopped, or be about to: the cluster manager may still be at work, for a minute"
                                + " or more",
                        "report.resume().run() goes on to the end; to call it off, look, and start the " + kind
                                + " if it is stopped");
    }

    static List<String> refused(Optional<String> compensation) {
        List<String> next = new ArrayList<>();
        compensation.ifPresent(next::add);
        next.add("the change was not made; settle the cause, then report.resume().run()");
        return next;
    }

    static String sameByHand(RequestLine request) {
        return "the same call by hand: " + request.curl();
    }

    /** For runs whose last step watches. */
    static List<String> afterStart(List<StepResult> results, ComponentName name) {
        StepOutcome watch = results.get(results.size() - 1).outcome();
        return watch.good()
                ? List.of()
                : List.of(
                        "it was started, but is not seen to live and advance: read /home/ds/run/" + name
                                + "/logs on its host, and look whether its store is late",
                        "report.resume().run() starts it again if it is down, and watches again");
    }
}
