package dev.opsdk.examples.live;

import dev.opsdk.core.error.ForbiddenException;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.Writer;
import dev.opsdk.oms.model.Observed;
import dev.opsdk.oms.model.WriterDetail;
import dev.opsdk.oms.model.WriterStatus;
import java.util.List;
import java.util.Optional;

/**
 * An OMS cluster manager. It lists nothing, so that only what is named is looked at; and it shows no connector and no checker, so that
 * of these only the requests are shown that would be sent.
 */
final class OmsScenario extends Scenario {
    /** Asked for to see that the server answers, whatever names it has. */
    private static final String NOBODY = "opsdk-live-no-such-store";

    private final OmsClient oms;

    OmsScenario(OmsClient oms, Env env, Transcript transcript) {
        super(env, transcript);
        this.oms = oms;
    }

    @Override
    void contact() {
        oms.warnings().forEach(transcript::found);
        try {
            transcript.found("a store of a made-up name: " + oms.store(NOBODY).detail());
        } catch (NotFoundException e) {
            transcript.found("it answers: there is no store '" + NOBODY + "', as expected");
        } catch (UnsupportedException | UnauthorizedException | ForbiddenException e) {
            throw e; // not a cluster manager, or not one that lets us in
        } catch (RejectedException e) {
            transcript.found("it answers, but otherwise than expected: " + e.getMessage());
        }
    }

    @Override
    String whenNobodyAnswers() {
        return "is it the cluster manager (port 8088 unless configured), not the console (8089), and may this machine connect?";
    }

    @Override
    void read() {
        List<String> stores = env.list(Var.OPSDK_LIVE_OMS_STORE);
        List<String> writers = env.list(Var.OPSDK_LIVE_OMS_WRITER);
        transcript.heading("Stores");
        unlessNamed(stores, Var.OPSDK_LIVE_OMS_STORE, "details of stores");
        stores.forEach(name -> look("store '" + name + "'", oms.store(name)::detail));
        transcript.heading("Writers");
        unlessNamed(writers, Var.OPSDK_LIVE_OMS_WRITER, "details of writers");
        writers.forEach(name -> look("writer '" + name + "'", oms.writer(name)::detail));
        chains(stores, writers);
        connectors();
        checkers();
    }

    private void chains(List<String> stores, List<String> writers) {
        transcript.heading("Chains: the first store with the first writer, and so on");
        int chains = Math.min(stores.size(), writers.size());
        if (chains == 0) {
            transcript.skipped("diagnosis of a chain", "it takes a store and a writer by name");
        }
        for (int i = 0; i < chains; i++) {
            String store = stores.get(i);
            String writer = writers.get(i);
            look("chain " + i, () -> oms.chain(store, writer).diagnose());
        }
    }

    private void connectors() {
        List<String> names = env.list(Var.OPSDK_LIVE_OMS_CONNECTOR);
        transcript.heading("Connectors");
        unlessNamed(names, Var.OPSDK_LIVE_OMS_CONNECTOR, "connectors");
        names.forEach(name -> look(
                "connector '" + name + "'",
                () -> "connector '" + name + "' is of generation "
                        + oms.connector(name).generation() + "; would be stopped by "
                        + oms.connector(name).requests().stop()));
    }

    private void checkers() {
        List<String> ids = env.list(Var.OPSDK_LIVE_OMS_CHECKER);
        transcript.heading("Checkers");
        unlessNamed(ids, Var.OPSDK_LIVE_OMS_CHECKER, "checkers");
        ids.forEach(
                id -> transcript.skipped("checker of task " + id, "the cluster manager has no call that shows one"));
    }

    private void unlessNamed(List<String> names, Var variable, String what) {
        if (names.isEmpty()) {
            transcript.skipped(what, variable + " names none");
        }
    }

    @Override
    String wouldChange() {
        return "restarting "
                + env.get(Var.OPSDK_LIVE_OMS_RESTART)
                        .map(name -> "writer '" + name + "'")
                        .orElse("a writer");
    }

    @Override
    void change() {
        Optional<String> name = env.get(Var.OPSDK_LIVE_OMS_RESTART);
        if (name.isEmpty()) {
            transcript.skipped(wouldChange(), "OPSDK_LIVE_OMS_RESTART does not name one");
            return;
        }
        Writer writer = oms.writer(name.get());
        if (!runs(look("detail", writer::detail))) {
            transcript.skipped(wouldChange(), "it does not run now, and stays as it is");
            return;
        }
        String[] stores = env.list(Var.OPSDK_LIVE_OMS_STORE).toArray(String[]::new);
        Plan plan = writer.procedures().restart(o -> o.readingFrom(stores));
        if (plan.blocked()) {
            run(wouldChange(), plan);
            return;
        }
        transcript.changing("stop writer '" + writer.name()
                + "', start it, and watch it for a while; nothing is written in between");
        if (run("restarting", plan)) {
            transcript.changed("writer '" + writer.name() + "' was stopped and runs again, as before");
            transcript.putBack("writer '" + writer.name() + "' runs");
        } else {
            startOnceMore(writer);
        }
    }

    private void startOnceMore(Writer writer) {
        try {
            Observed<WriterDetail> now = writer.detail();
            if (!runs(Optional.of(now))) {
                writer.start();
                now = writer.detail();
            }
            transcript.found(now);
            if (runs(Optional.of(now))) {
                transcript.changed("writer '" + writer.name() + "' runs, but the restart did not go as planned");
                return;
            }
        } catch (OpsException e) {
            transcript.failed("starting once more", e);
        }
        transcript.notPutBack(
                "writer '" + writer.name() + "' does not run",
                "look at it in the console and start it there; its log says why");
    }

    private static boolean runs(Optional<Observed<WriterDetail>> seen) {
        return seen.map(Observed::value)
                .filter(detail -> detail.healthy().orElse(true))
                .flatMap(WriterDetail::status)
                .filter(status -> status.is(WriterStatus.Known.RUNNING))
                .isPresent();
    }
}
