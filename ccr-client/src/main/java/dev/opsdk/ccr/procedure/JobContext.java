package dev.opsdk.ccr.procedure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.Job;
import dev.opsdk.ccr.model.Generation;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.RequestLine;
import java.time.Duration;
import java.util.List;

/** What every procedure on a job needs: the job, how its requests look, and what is true now. */
record JobContext(CcrClient client, Job job) {
    private static final String FOLLOW_REDIRECTS = "-L --post303";

    String name() {
        return job.name();
    }

    TimeSource time() {
        return client.timeSource();
    }

    Duration pollEvery() {
        return client.pollEvery();
    }

    Plan.Builder plan(String procedure) {
        return Plan.of(procedure, name(), time()).now(this::now);
    }

    /** A request of a route that redirects to the owner. */
    RequestLine request(String route) {
        return request(route, named(), FOLLOW_REDIRECTS);
    }

    /** The same, of a route that takes more than a name. */
    RequestLine requestWith(String route, Object more) {
        return request(route, named().setAll(Json.wire().<ObjectNode>valueToTree(more)), FOLLOW_REDIRECTS);
    }

    private ObjectNode named() {
        return Json.wire().createObjectNode().put("name", name());
    }

    RequestLine request(String route, Object body, String curlOptions) {
        return RequestLine.json("POST", client.syncers().get(0).url() + "/" + route, Json.masked(body), curlOptions);
    }

    /** Of the first configured syncer that can be asked; they share one store, and should be of one build. */
    Generation generation() {
        return client.generation();
    }

    List<String> now() {
        return now(name());
    }

    List<String> now(String name) {
        try {
            return List.of(client.job(name).snapshot().toString());
        } catch (NotFoundException e) {
            return List.of("there is no job '" + name + "'");
        }
    }
}
