package dev.opsdk.oms.internal;

import static dev.opsdk.core.call.Effect.MUTATION;
import static dev.opsdk.core.call.Effect.READ;

import dev.opsdk.core.internal.Operation;
import java.util.Map;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Field;
import retrofit2.http.FieldMap;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** Writers. The parameter that names one is another for the read. */
interface WriterApi {
    String LOOK = "look at active and status in the writer's detail";

    @FormUrlEncoded
    @POST("applier/stop")
    @Operation(value = "applier stop", effect = MUTATION, look = LOOK)
    Call<ResponseBody> stop(@Field("applierName") String name);

    @FormUrlEncoded
    @POST("applier/start")
    @Operation(value = "applier start", effect = MUTATION, look = LOOK)
    Call<ResponseBody> start(@Field("applierName") String name);

    @FormUrlEncoded
    @POST("applier/clean")
    @Operation(value = "applier clean", effect = MUTATION, look = "look whether the writer's detail is still there")
    Call<ResponseBody> clean(@Field("applierName") String name);

    @FormUrlEncoded
    @POST("applier/migrate")
    @Operation(
            value = "applier migrate",
            effect = MUTATION,
            look = "look in the console whether there is a new writer on the other host, and do not start the old one")
    Call<ResponseBody> migrate(
            @Field("applierName") String name, @Field("node") String node, @Field("force") @Nullable String force);

    @FormUrlEncoded
    @POST("applier/update")
    @Operation(value = "applier update", effect = MUTATION, look = "look at cfg in the writer's detail")
    Call<ResponseBody> update(@Field("applierName") String name, @FieldMap Map<String, String> changes);

    @GET("JDBCWriter/detail")
    @Operation(value = "JDBCWriter detail", effect = READ)
    Call<ResponseBody> detail(@Query("writerName") String name);
}
