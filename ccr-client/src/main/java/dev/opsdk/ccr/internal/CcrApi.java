package dev.opsdk.ccr.internal;

import static dev.opsdk.core.call.Effect.MUTATION;
import static dev.opsdk.core.call.Effect.READ;

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
    String LOOK_AT_STATE = "look at job_detail.state";

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
    Call<ResponseBody> jobStatus(@Body NameRequest request);

    @POST("job_detail")
    @Operation(value = "job_detail", effect = READ)
    Call<ResponseBody> jobDetail(@Body NameRequest request);

    @POST("job_progress")
    @Operation(value = "job_progress", effect = READ)
    Call<ResponseBody> jobProgress(@Body NameRequest request);

    @POST("get_lag")
    @Operation(value = "get_lag", effect = READ, slow = true)
    Call<ResponseBody> getLag(@Body NameRequest request);

    @POST("create_ccr")
    @Operation(
            value = "create_ccr",
            effect = MUTATION,
            look = "look whether list_jobs names it and job_detail matches; it may also have left an empty database")
    Call<ResponseBody> createCcr(@Body CreateJob request);

    @POST("pause")
    @Operation(value = "pause", effect = MUTATION, look = LOOK_AT_STATE)
    Call<ResponseBody> pause(@Body NameRequest request);

    @POST("resume")
    @Operation(value = "resume", effect = MUTATION, look = LOOK_AT_STATE)
    Call<ResponseBody> resume(@Body NameRequest request);

    @POST("delete")
    @Operation(value = "delete", effect = MUTATION, look = "look whether list_jobs still names it")
    Call<ResponseBody> delete(@Body NameRequest request);

    @POST("desync")
    @Operation(
            value = "desync",
            effect = MUTATION,
            look = "look at is_being_synced of the destination's tables; the syncer cannot tell")
    Call<ResponseBody> desync(@Body NameRequest request);

    @POST("sync")
    @Operation(
            value = "sync",
            effect = MUTATION,
            look = "look at is_being_synced of the destination's tables; the syncer cannot tell")
    Call<ResponseBody> sync(@Body NameRequest request);

    @POST("force_fullsync")
    @Operation(value = "force_fullsync", effect = MUTATION, look = "look whether job_progress.job_sync_id changes")
    Call<ResponseBody> forceFullSync(@Body NameRequest request);

    @POST("job_skip_binlog")
    @Operation(
            value = "job_skip_binlog",
            effect = MUTATION,
            look = "look at job_progress, and in generation 4 at job_detail.extra")
    Call<ResponseBody> skipBinlog(@Body SkipBinlogRequest request);

    @POST("update_host_mapping")
    @Operation(value = "update_host_mapping", effect = MUTATION, look = "look at host_mapping in job_detail")
    Call<ResponseBody> updateHostMapping(@Body HostMappingRequest request);

    @POST("update_job")
    @Operation(value = "update_job", effect = MUTATION, look = "look at job_detail.skip_error")
    Call<ResponseBody> updateJob(@Body UpdateJobRequest request);
}
