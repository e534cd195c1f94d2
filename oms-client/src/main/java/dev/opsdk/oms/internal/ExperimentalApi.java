package dev.opsdk.oms.internal;

import static dev.opsdk.core.call.Effect.MUTATION;
import static dev.opsdk.core.call.Effect.READ;

import dev.opsdk.core.internal.Operation;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** Calls that were seen, but are not documented. */
interface ExperimentalApi {
    @GET("/")
    @Operation(value = "root", effect = READ)
    Call<ResponseBody> root();

    @GET("metrics/ping")
    @Operation(value = "metrics ping", effect = READ)
    Call<ResponseBody> metricsPing();

    @GET("crawler/list")
    @Operation(value = "crawler list", effect = READ)
    Call<ResponseBody> list(@Query("topic") String subTopic);

    @FormUrlEncoded
    @POST("crawler/start")
    @Operation(
            value = "crawler start",
            effect = MUTATION,
            look = "look in the console whether the subtopic has a new store; a second one takes its disk, too")
    Call<ResponseBody> start(
            @Field("topic") String subTopic,
            @Field("checkpoint") String checkpoint,
            @Field("role") String role,
            @Field("type") String type);

    @FormUrlEncoded
    @POST("crawler/stop")
    @Operation(value = "crawler stop", effect = MUTATION, look = StoreApi.LOOK)
    Call<ResponseBody> stop(@Field("crawler") String name);
}
