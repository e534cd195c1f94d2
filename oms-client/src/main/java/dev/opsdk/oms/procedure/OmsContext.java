package dev.opsdk.oms.procedure;

import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.assess.StoreAssessment;
import dev.opsdk.oms.model.ComponentName;
import dev.opsdk.oms.model.CrawlerDetail;
import dev.opsdk.oms.model.Observed;
import dev.opsdk.oms.model.StoreName;
import dev.opsdk.oms.model.WriterName;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * What every procedure needs: the client, its time, and what is true now. How requests look is told by {@code requests()} of the resource
 * clients.
 *
 * @param client the client
 * @param target what the procedure works on
 * @param now reads what is true; {@link Plan.Builder#now} of a plan may add to it
 */
record OmsContext(OmsClient client, String target, Supplier<List<String>> now) {

    static OmsContext of(OmsClient client, StoreName name) {
        return new OmsContext(client, name.text(), () -> List.of(now(client, name)));
    }

    static OmsContext of(OmsClient client, WriterName name) {
        return new OmsContext(client, name.text(), () -> List.of(now(client, name)));
    }

    /** For what cannot be read: connectors, checkers, hosts. */
    static OmsContext blind(OmsClient client, String target, String why) {
        return new OmsContext(client, target, () -> List.of(why));
    }

    TimeSource time() {
        return client.timeSource();
    }

    Duration pollEvery() {
        return client.pollEvery();
    }

    Plan.Builder plan(String procedure) {
        return Plan.of(procedure, target, time()).now(now);
    }

    /** What is true of a store, also when it is none. */
    static String now(OmsClient client, StoreName name) {
        return told("store", name, () -> {
            Observed<CrawlerDetail> look = client.store(name).detail();
            return StoreAssessment.of(look) + " (at " + look.now() + ")";
        });
    }

    /** What is true of a writer, also when it is none. */
    static String now(OmsClient client, WriterName name) {
        return told("writer", name, () -> client.writer(name).detail().toString());
    }

    private static String told(String kind, ComponentName name, Supplier<String> read) {
        try {
            return read.get();
        } catch (NotFoundException e) {
            return "there is no " + kind + " '" + name + "'";
        } catch (OpsException e) {
            return kind + " '" + name + "' could not be read: " + e.getMessage();
        }
    }
}
