package dev.opsdk.oms.procedure;

import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.model.ComponentName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to do after a migration ended, wherever it did.
 *
 * @param kind writer or connector
 * @param old the old name
 * @param node where it goes
 * @param made the new name
 * @param reply an answer that named nothing
 * @param compensation what came of starting the old one again
 */
record MigrationAdvice(
        String kind,
        ComponentName old,
        String node,
        Optional<? extends ComponentName> made,
        Optional<String> reply,
        Optional<String> compensation) {

    List<String> next(List<StepResult> results, RequestLine start, boolean forced) {
        List<String> next = new ArrayList<>();
        made.ifPresent(name -> next.add("the " + kind + " is now '" + name + "'; never start '" + old + "' again"));
        StepOutcome migrate = outcome(results, "migrate");
        StepOutcome begin = outcome(results, "start");
        if (results.get(0).title().startsWith("stop")
                && !results.get(0).outcome().good()) {
            next.addAll(Advice.notStopped(results.get(0).outcome(), kind));
        } else if (migrate == StepOutcome.REJECTED || migrate == StepOutcome.NOT_RUN) {
            compensation.ifPresent(next::add);
            next.add("it was not migrated; settle the cause, then report.resume().run()");
        } else if (made.isEmpty()) {
            next.add("do NOT start '" + old + "': it may be migrated, and both would write");
            reply.ifPresent(raw -> next.add("the reply that named nothing: " + raw));
            next.add("search the console for a new " + kind + " on " + node
                    + "; if there is one, plan with madeAs(its name), which"
                    + " starts it; only if you are sure that there is none, plan the migration anew");
        } else if (!begin.good()) {
            next.add("next call: " + start.curl());
            next.add("or report.resume().run(), which looks first"
                    + (begin == StepOutcome.UNKNOWN ? "; the start may still be under way" : ""));
        } else if (!results.get(results.size() - 1).outcome().good()) {
            next.add("it was started, but is not seen to live and advance: read /home/ds/run/" + made.get()
                    + "/logs on " + node + "; report.resume().run() starts it again if it is down, and watches again");
        }
        if (forced && made.isPresent()) {
            next.add("before the dead host comes back, keep its old process from running (/home/ds/run/" + old
                    + "): it would write beside the new one, and the console would not show it");
        }
        return next;
    }

    private static StepOutcome outcome(List<StepResult> results, String verb) {
        return results.stream()
                .filter(result -> result.title().startsWith(verb))
                .map(StepResult::outcome)
                .findFirst()
                .orElse(StepOutcome.NOT_RUN);
    }
}
