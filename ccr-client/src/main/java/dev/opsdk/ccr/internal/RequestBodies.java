package dev.opsdk.ccr.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.ccr.model.HostMappingUpdate;
import dev.opsdk.ccr.model.JobNames;
import dev.opsdk.ccr.model.SkipBinlog;
import dev.opsdk.core.internal.Json;

/** Bodies of requests about one job: its name, and what the request adds. */
public final class RequestBodies {
    private RequestBodies() {}

    /**
     * The body of most calls.
     *
     * @param job the job's name
     * @return {@code {"name": job}}
     * @throws IllegalArgumentException if no job can have this name
     */
    public static ObjectNode named(String job) {
        return Json.smallObject().put("name", JobNames.existing(job));
    }

    /**
     * The body of {@code /update_host_mapping}.
     *
     * @param job the job's name
     * @param update the change
     * @return the body
     * @throws IllegalArgumentException if no job can have this name
     */
    public static ObjectNode hostMapping(String job, HostMappingUpdate update) {
        return with(job, update);
    }

    /**
     * The body of {@code /job_skip_binlog}.
     *
     * @param job the job's name
     * @param skip what to skip
     * @return the body
     * @throws IllegalArgumentException if no job can have this name
     */
    public static ObjectNode skip(String job, SkipBinlog skip) {
        return with(job, skip);
    }

    /**
     * The body of {@code /update_job}.
     *
     * @param job the job's name
     * @param skipError whether errors are skipped
     * @return the body
     */
    public static ObjectNode updateJob(String job, boolean skipError) {
        return named(job).put("skip_error", skipError);
    }

    private static ObjectNode with(String job, Object request) {
        ObjectNode body = named(job);
        body.setAll(Json.wire().<ObjectNode>valueToTree(request));
        return body;
    }
}
