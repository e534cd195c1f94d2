package dev.opsdk.ccr.internal;

import static dev.opsdk.core.call.Effect.MUTATION;
import static dev.opsdk.core.call.Effect.READ;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.core.internal.Operation;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** Every route of the syncer that this client uses, with its effect. The server looks at neither method nor content type. */
interface CcrApi {
    String LOOK_AT_STATE = "look at job.detail().state()";

    @GET("version")
    @Operation(value = "version", effect = READ)
    Call<ResponseBody> version();

    @GET("list_jobs")
    @Operation(value = "list_jobs", effect = READ)
    Call<ResponseBody> listJobs();

    @GET("features")
    @Operation(value = "features", effect = READ)
    Call<ResponseBody> features();

    @GET("metrics")
    @Operation(value = "metrics", effect = READ)
    Call<ResponseBody> metrics();

    @GET("view")
    @Operation(value = "view", effect = READ, slow = true)
    Call<ResponseBody> view(@Query("type") String type);

    @POST("job_status")
    @Operation(value = "job_status", effect = READ)
    Call<ResponseBody> jobStatus(@Body JsonNode request);

    @POST("job_detail")
    @Operation(value = "job_detail", effect = READ)
    Call<ResponseBody> jobDetail(@Body JsonNode request);

    @POST("job_progress")
    @Operation(value = "job_progress", effect = READ)
    Call<ResponseBody> jobProgress(@Body JsonNode request);

    @POST("get_lag")
    @Operation(value = "get_lag", effect = READ, slow = true)
    Call<ResponseBody> getLag(@Body JsonNode request);

    @POST("create_ccr")
    @Operation(
            value = "create_ccr",
            effect = MUTATION,
            look =
                    "look whether ccr.jobs().list() names it and job.detail() matches; it may also have left an empty database")
    Call<ResponseBody> createCcr(@Body CreateJob request);

    @POST("pause")
    @Operation(value = "pause", effect = MUTATION, look = LOOK_AT_STATE)
    Call<ResponseBody> pause(@Body JsonNode request);

    @POST("resume")
    @Operation(value = "resume", effect = MUTATION, look = LOOK_AT_STATE)
    Call<ResponseBody> resume(@Body JsonNode request);

    @POST("delete")
    @Operation(value = "delete", effect = MUTATION, look = "look whether ccr.jobs().list() still names it")
    Call<ResponseBody> delete(@Body JsonNode request);

    @POST("desync")
    @Operation(
            value = "desync",
            effect = MUTATION,
            look = "look at is_being_synced of the destination's tables; the syncer cannot tell")
    Call<ResponseBody> desync(@Body JsonNode request);

    @POST("sync")
    @Operation(
            value = "sync",
            effect = MUTATION,
            look = "look at is_being_synced of the destination's tables; the syncer cannot tell")
    Call<ResponseBody> sync(@Body JsonNode request);

    @POST("force_fullsync")
    @Operation(value = "force_fullsync", effect = MUTATION, look = "look whether job.progress().jobSyncId() changes")
    Call<ResponseBody> forceFullSync(@Body JsonNode request);

    @POST("job_skip_binlog")
    @Operation(
            value = "job_skip_binlog",
            effect = MUTATION,
            look = "look at job.progress(), and in generation 4 at job.detail().extra()")
    Call<ResponseBody> skipBinlog(@Body JsonNode request);

    @POST("update_host_mapping")
    @Operation(value = "update_host_mapping", effect = MUTATION, look = "look at the host mapping in job.detail()")
    Call<ResponseBody> updateHostMapping(@Body JsonNode request);

    @POST("update_job")
    @Operation(value = "update_job", effect = MUTATION, look = "look at job.detail().skipError()")
    Call<ResponseBody> updateJob(@Body JsonNode request);
}
