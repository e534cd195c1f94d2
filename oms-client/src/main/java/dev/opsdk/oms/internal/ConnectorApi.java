package dev.opsdk.oms.internal;

import static dev.opsdk.core.call.Effect.MUTATION;

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

/** Connectors of generation 1. One of these mutations is a GET. */
interface ConnectorApi {
    String LOOK = "look at the connector in the console: the cluster manager has no call that shows it";

    @POST("connector/task/startByName")
    @Operation(value = "connector startByName", effect = MUTATION, look = LOOK)
    Call<ResponseBody> start(@Query("taskName") String name, @Query("resume") @Nullable String resume);

    @POST("connector/task/stopByName")
    @Operation(value = "connector stopByName", effect = MUTATION, look = LOOK)
    Call<ResponseBody> stop(@Query("taskName") String name);

    @FormUrlEncoded
    @POST("connector/task/updateByName")
    @Operation(
            value = "connector updateByName",
            effect = MUTATION,
            look = "look at the connector's configuration in the console")
    Call<ResponseBody> update(@Field("taskName") String name, @FieldMap Map<String, String> changes);

    @GET("connector/task/migrate")
    @Operation(
            value = "connector migrate",
            effect = MUTATION,
            look =
                    "look in the console whether there is a new connector on the other host, and do not start the old one")
    Call<ResponseBody> migrate(@Query("taskName") String name, @Query("node") String node);
}
