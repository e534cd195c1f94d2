package dev.opsdk.bizconnector.internal;

import static dev.opsdk.core.call.Effect.MUTATION;
import static dev.opsdk.core.call.Effect.READ;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.internal.Operation;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;

/** Routes of requests. */
public interface RequestApi {
    @GET("api/core/v1/Requests/Incoming")
    @Operation(value = "list incoming requests", effect = READ, slow = true)
    Call<ResponseBody> incoming();

    @GET("api/core/v1/Requests/Incoming/{id}")
    @Operation(value = "get incoming request", effect = READ)
    Call<ResponseBody> getIncoming(@Path("id") String id);

    @PUT("api/core/v1/Requests/Incoming/{id}/CanAccept")
    @Operation(value = "can accept request", effect = READ, slow = true)
    Call<ResponseBody> canAccept(@Path("id") String id, @Body JsonNode body);

    @PUT("api/core/v1/Requests/Incoming/{id}/CanReject")
    @Operation(value = "can reject request", effect = READ, slow = true)
    Call<ResponseBody> canReject(@Path("id") String id, @Body JsonNode body);

    @PUT("api/core/v1/Requests/Incoming/{id}/Accept")
    @Operation(value = "accept request", effect = MUTATION, look = "look at requests().incoming().get(...).status()")
    Call<ResponseBody> accept(@Path("id") String id, @Body JsonNode body);

    @PUT("api/core/v1/Requests/Incoming/{id}/Reject")
    @Operation(value = "reject request", effect = MUTATION, look = "look at requests().incoming().get(...).status()")
    Call<ResponseBody> reject(@Path("id") String id, @Body JsonNode body);

    @POST("api/core/v1/Requests/Outgoing/Validate")
    @Operation(value = "validate outgoing request", effect = READ, slow = true)
    Call<ResponseBody> validate(@Body JsonNode body);

    @POST("api/core/v1/Requests/Outgoing")
    @Operation(
            value = "create outgoing request",
            effect = MUTATION,
            look = "look at requests().outgoing().all(...), by peer and time; a draft that is never sent harms nobody")
    Call<ResponseBody> create(@Body JsonNode body);

    @GET("api/core/v1/Requests/Outgoing")
    @Operation(value = "list outgoing requests", effect = READ, slow = true)
    Call<ResponseBody> outgoing();

    @GET("api/core/v1/Requests/Outgoing/{id}")
    @Operation(value = "get outgoing request", effect = READ)
    Call<ResponseBody> getOutgoing(@Path("id") String id);
}
