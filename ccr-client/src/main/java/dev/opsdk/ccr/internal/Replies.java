package dev.opsdk.ccr.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.ccr.model.Feature;
import dev.opsdk.ccr.model.JobDetail;
import dev.opsdk.ccr.model.JobLag;
import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.JobStatus;
import dev.opsdk.ccr.model.SyncerVersion;
import dev.opsdk.ccr.model.ViewRow;
import dev.opsdk.core.internal.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * From the envelope of a successful reply to its model. Of a failed one nothing may be read: its fields are zeros that look like
 * values, so that is refused as a mistake of the caller.
 */
public final class Replies {
    private Replies() {}

    /**
     * {@code /version}, the one reply without an envelope.
     *
     * @param reply the whole reply
     * @return the version
     * @throws Json.Undecodable if there is none
     */
    public static SyncerVersion version(JsonNode reply) throws Json.Undecodable {
        return Json.decode(reply, SyncerVersion.class, "version");
    }

    /**
     * {@code /list_jobs}. No jobs, no field.
     *
     * @param reply a success
     * @return names, in the order of the metadata store; a name is cut at its comma
     * @throws Json.Undecodable if they are no list of texts
     */
    public static List<String> jobs(Envelope reply) throws Json.Undecodable {
        return list(field(reply, "jobs"), String.class, "jobs");
    }

    /**
     * {@code /features}.
     *
     * @param reply a success
     * @return the switches
     * @throws Json.Undecodable if they are no list of switches
     */
    public static List<Feature> features(Envelope reply) throws Json.Undecodable {
        return list(field(reply, "flags"), Feature.class, "flags");
    }

    /**
     * {@code /view?type=json}.
     *
     * @param reply a success
     * @return one row a job
     * @throws Json.Undecodable if they are no list of rows
     */
    public static List<ViewRow> view(Envelope reply) throws Json.Undecodable {
        return list(field(reply, "jobs"), ViewRow.class, "jobs");
    }

    /**
     * {@code /job_status}.
     *
     * @param reply a success
     * @return the status
     * @throws Json.Undecodable if there is none
     */
    public static JobStatus status(Envelope reply) throws Json.Undecodable {
        return Json.decode(present(reply, "status"), JobStatus.class, "status");
    }

    /**
     * {@code /job_detail}: an object, or up to 2.1.7 a text that holds one.
     *
     * @param reply a success
     * @return the detail
     * @throws Json.Undecodable if there is none
     */
    public static JobDetail detail(Envelope reply) throws Json.Undecodable {
        return Json.decode(unwrapped(present(reply, "job_detail"), "job_detail"), JobDetail.class, "job_detail");
    }

    /**
     * {@code /job_progress}: an object, or up to 2.1.7 a text that holds one.
     *
     * @param reply a success
     * @return the progress
     * @throws Json.Undecodable if there is none
     */
    public static JobProgress progress(Envelope reply) throws Json.Undecodable {
        return Json.decode(
                unwrapped(present(reply, "job_progress"), "job_progress"), JobProgress.class, "job_progress");
    }

    /**
     * {@code /get_lag}, whose fields lie in the envelope itself.
     *
     * @param reply a success
     * @return the lag
     * @throws Json.Undecodable if the fields are of other types
     */
    public static JobLag lag(Envelope reply) throws Json.Undecodable {
        requireSuccess(reply);
        return Json.decode(reply.fields(), JobLag.class, "lag");
    }

    private static JsonNode unwrapped(JsonNode node, String where) throws Json.Undecodable {
        if (!node.isTextual()) {
            return node;
        }
        try {
            return Json.tree(node.textValue().getBytes(StandardCharsets.UTF_8));
        } catch (Json.Undecodable e) {
            throw new Json.Undecodable("in the text at " + where + ": " + e.getMessage());
        }
    }

    private static JsonNode present(Envelope reply, String name) throws Json.Undecodable {
        JsonNode node = field(reply, name);
        if (node.isMissingNode() || node.isNull()) {
            throw new Json.Undecodable("a success without " + name);
        }
        return node;
    }

    private static JsonNode field(Envelope reply, String name) {
        requireSuccess(reply);
        return reply.fields().path(name);
    }

    private static void requireSuccess(Envelope reply) {
        if (!reply.success()) {
            throw new IllegalArgumentException("a failed reply has no values");
        }
    }

    private static <T> List<T> list(JsonNode node, Class<T> element, String where) throws Json.Undecodable {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw new Json.Undecodable("at " + where + ": expected a list");
        }
        List<T> values = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            values.add(Json.decode(node.get(i), element, where + "[" + i + "]"));
        }
        return List.copyOf(values);
    }
}
