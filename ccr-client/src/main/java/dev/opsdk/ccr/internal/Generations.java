package dev.opsdk.ccr.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.ccr.model.Generation;
import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.error.UnreadableReplyException;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.internal.Json;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out a syncer's generation from shapes, with reads only: a progress that is asked for without a name fails, and the failure
 * shows all its fields.
 */
public final class Generations {
    private final CcrApi api;
    private final Syncers syncers;
    private final Map<BaseUrl, Generation> found = new ConcurrentHashMap<>();

    Generations(CcrApi api, Syncers syncers) {
        this.api = api;
        this.syncers = syncers;
    }

    /**
     * The generation of one syncer, asked once.
     *
     * @param node the syncer
     * @return its generation
     */
    public Generation of(BaseUrl node) {
        Generation known = found.get(node);
        return known != null ? known : again(node);
    }

    /**
     * The generation of one syncer, asked again: it may have been upgraded.
     *
     * @param node the syncer
     * @return its generation
     */
    public Generation again(BaseUrl node) {
        Generation generation = probe(node);
        found.put(node, generation);
        return generation;
    }

    /**
     * The generation of the first syncer that can be reached.
     *
     * @return its generation
     */
    public Generation ofFirst() {
        return first(this::of);
    }

    private Generation first(Function<BaseUrl, Generation> ask) {
        @Nullable OpsException last = null;
        for (BaseUrl node : syncers.configured()) {
            try {
                return ask.apply(node);
            } catch (UnreachableException | NoReplyException e) {
                last = e;
            }
        }
        throw Objects.requireNonNull(last, "no syncer is configured");
    }

    private Generation probe(BaseUrl node) {
        Optional<JsonNode> progress = progressWithoutName(node);
        if (progress.isEmpty() || !progress.get().isObject()) {
            return served(node) ? Generation.G2 : Generation.G1;
        }
        if (!progress.get().has("last_commit_seq")) {
            return Generation.G3;
        }
        try {
            syncers.at(node, api.view("json").request(), "", Readers.view(Replies::view));
            return Generation.G6;
        } catch (UnsupportedException e) {
            return e.status().orElse(0) == 404 ? Generation.G4 : Generation.G5;
        } catch (NoReplyException e) {
            return Generation.G5; // its first builds divide by zero here and cut the connection
        } catch (RejectedException | UnreadableReplyException e) {
            return Generation.G6; // it knows JSON, but one job cannot be shown, or a quote spoils it
        }
    }

    /** The features route came with the second generation. */
    private boolean served(BaseUrl node) {
        try {
            syncers.at(node, api.features().request(), "", Readers.enveloped(Replies::features));
            return true;
        } catch (UnsupportedException e) {
            return false;
        }
    }

    private Optional<JsonNode> progressWithoutName(BaseUrl node) {
        ObjectNode nameless = Json.wire().createObjectNode().put("name", "");
        try {
            return syncers.at(
                    node,
                    api.jobProgress(nameless).request(),
                    "",
                    Readers.bare(reply ->
                            Optional.ofNullable(Envelope.open(reply).fields().get("job_progress"))));
        } catch (UnsupportedException e) {
            return Optional.empty();
        }
    }
}
