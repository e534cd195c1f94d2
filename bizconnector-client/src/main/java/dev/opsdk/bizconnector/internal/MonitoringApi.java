package dev.opsdk.bizconnector.internal;

import static dev.opsdk.core.call.Effect.READ;

import dev.opsdk.core.internal.Operation;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.GET;

/** Routes of infrastructure, outside of the API prefix. */
public interface MonitoringApi {
    @GET("health")
    @Operation(value = "health", effect = READ)
    Call<ResponseBody> health();

    @GET("Monitoring/Version")
    @Operation(value = "version", effect = READ)
    Call<ResponseBody> version();

    @GET("Monitoring/Requests")
    @Operation(value = "request statistics", effect = READ)
    Call<ResponseBody> requests();

    @GET("Monitoring/Support")
    @Operation(value = "support information", effect = READ, slow = true)
    Call<ResponseBody> support();
}
