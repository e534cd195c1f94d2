package dev.opsdk.oms.internal;

import static dev.opsdk.core.call.Effect.MUTATION;

import dev.opsdk.core.internal.Operation;
import java.util.Map;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** Connectors of generation 2: all POST, parameters in the query, a body only for an update. */
interface ConnectorV2Api {
    @POST("connector/task/v2/resume")
    @Operation(value = "connector v2 resume", effect = MUTATION, look = ConnectorApi.LOOK)
    Call<ResponseBody> resume(
            @Query("taskName") String name,
            @Query("pullBackFlag") @Nullable String pullBack,
            @Query("restartFlag") @Nullable String restart);

    @POST("connector/task/v2/stop")
    @Operation(value = "connector v2 stop", effect = MUTATION, look = ConnectorApi.LOOK)
    Call<ResponseBody> stop(@Query("taskName") String name);

    @POST("connector/task/v2/update")
    @Operation(
            value = "connector v2 update",
            effect = MUTATION,
            look = "look at the connector's configuration in the console")
    Call<ResponseBody> update(
            @Query("taskName") String name,
            @Query("deleteParams") @Nullable String deleteParams,
            @Body Map<String, Map<String, String>> changes);

    @POST("connector/task/v2/migrate")
    @Operation(
            value = "connector v2 migrate",
            effect = MUTATION,
            look =
                    "look in the console whether there is a new connector on the other host, and do not start the old one")
    Call<ResponseBody> migrate(@Query("taskName") String name, @Query("ip") @Nullable String ip);

    @POST("connector/task/v2/delete")
    @Operation(
            value = "connector v2 delete",
            effect = MUTATION,
            look = "look in the console whether the connector is still there")
    Call<ResponseBody> delete(@Query("taskName") String name);
}
