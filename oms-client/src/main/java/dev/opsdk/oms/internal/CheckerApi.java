package dev.opsdk.oms.internal;

import static dev.opsdk.core.call.Effect.MUTATION;

import dev.opsdk.core.internal.Operation;
import java.util.Map;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Field;
import retrofit2.http.FieldMap;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.POST;

/** Checkers, called by the id of their task. */
interface CheckerApi {
    String LOOK = "look at the checker in the console: the cluster manager has no call that shows it";

    @FormUrlEncoded
    @POST("checker/start")
    @Operation(value = "checker start", effect = MUTATION, look = LOOK)
    Call<ResponseBody> start(
            @Field("task.id") String id, @Field("task.type") String type, @Field("task.resume") String resume);

    @FormUrlEncoded
    @POST("checker/update")
    @Operation(value = "checker update", effect = MUTATION, look = LOOK)
    Call<ResponseBody> update(@Field("task.id") String id, @FieldMap Map<String, String> changes);

    @FormUrlEncoded
    @POST("checker/stop")
    @Operation(value = "checker stop", effect = MUTATION, look = LOOK)
    Call<ResponseBody> stop(@Field("task.id") String id, @Field("task.type") String type);
}
