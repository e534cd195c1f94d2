package dev.opsdk.bizconnector.internal;

import static dev.opsdk.core.call.Effect.MUTATION;
import static dev.opsdk.core.call.Effect.READ;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.internal.Operation;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;

/** Routes of relationships. */
public interface RelationshipApi {
    @PUT("api/core/v1/Relationships/CanCreate")
    @Operation(value = "can create relationship", effect = READ, slow = true)
    Call<ResponseBody> canCreate(@Body JsonNode body);

    @POST("api/core/v1/Relationships")
    @Operation(value = "create relationship", effect = MUTATION, look = "look at relationships().all(...), by template")
    Call<ResponseBody> create(@Body JsonNode body);

    @GET("api/core/v1/Relationships")
    @Operation(value = "list relationships", effect = READ, slow = true)
    Call<ResponseBody> list();

    @GET("api/core/v1/Relationships/{id}")
    @Operation(value = "get relationship", effect = READ)
    Call<ResponseBody> get(@Path("id") String id);

    @GET("api/core/v1/Relationships/{id}/Attributes")
    @Operation(value = "list relationship attributes", effect = READ, slow = true)
    Call<ResponseBody> attributes(@Path("id") String id);

    @PUT("api/core/v1/Relationships/{id}/Accept")
    @Operation(value = "accept relationship", effect = MUTATION, look = "look at relationships().get(...).status()")
    Call<ResponseBody> accept(@Path("id") String id, @Body JsonNode body);

    @PUT("api/core/v1/Relationships/{id}/Reject")
    @Operation(value = "reject relationship", effect = MUTATION, look = "look at relationships().get(...).status()")
    Call<ResponseBody> reject(@Path("id") String id, @Body JsonNode body);

    @PUT("api/core/v1/Relationships/{id}/Revoke")
    @Operation(value = "revoke relationship", effect = MUTATION, look = "look at relationships().get(...).status()")
    Call<ResponseBody> revoke(@Path("id") String id, @Body JsonNode body);

    @PUT("api/core/v1/Relationships/{id}/Terminate")
    @Operation(value = "terminate relationship", effect = MUTATION, look = "look at relationships().get(...).status()")
    Call<ResponseBody> terminate(@Path("id") String id, @Body JsonNode body);

    @PUT("api/core/v1/Relationships/{id}/Reactivate")
    @Operation(value = "request reactivation", effect = MUTATION, look = "look at relationships().get(...).status()")
    Call<ResponseBody> reactivate(@Path("id") String id, @Body JsonNode body);

    @PUT("api/core/v1/Relationships/{id}/Reactivate/Accept")
    @Operation(value = "accept reactivation", effect = MUTATION, look = "look at relationships().get(...).status()")
    Call<ResponseBody> acceptReactivation(@Path("id") String id, @Body JsonNode body);

    @PUT("api/core/v1/Relationships/{id}/Reactivate/Reject")
    @Operation(value = "reject reactivation", effect = MUTATION, look = "look at relationships().get(...).status()")
    Call<ResponseBody> rejectReactivation(@Path("id") String id, @Body JsonNode body);

    @PUT("api/core/v1/Relationships/{id}/Reactivate/Revoke")
    @Operation(value = "revoke reactivation", effect = MUTATION, look = "look at relationships().get(...).status()")
    Call<ResponseBody> revokeReactivation(@Path("id") String id, @Body JsonNode body);

    @DELETE("api/core/v1/Relationships/{id}")
    @Operation(
            value = "decompose relationship",
            effect = MUTATION,
            look = "look whether relationships().get(...) still finds it")
    Call<ResponseBody> decompose(@Path("id") String id);
}
