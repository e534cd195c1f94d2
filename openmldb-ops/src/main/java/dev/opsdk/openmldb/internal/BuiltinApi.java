package dev.opsdk.openmldb.internal;

import static dev.opsdk.core.call.Effect.READ;

import dev.opsdk.core.internal.Operation;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.GET;

/** Pages of plain text that every server has, whatever it serves. */
interface BuiltinApi {
    @GET("version")
    @Operation(value = "version", effect = READ)
    Call<ResponseBody> version();

    @GET("health")
    @Operation(value = "health", effect = READ)
    Call<ResponseBody> health();
}
