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
import retrofit2.http.Query;

/** Routes of attributes. */
public interface AttributeApi {
    @PUT("api/core/v1/Attributes/CanCreate")
    @Operation(value = "can create attribute", effect = READ)
    Call<ResponseBody> canCreate(@Body JsonNode body);

    @POST("api/core/v1/Attributes")
    @Operation(value = "create attribute", effect = MUTATION, look = "look at attributes().ownIdentity(...)")
    Call<ResponseBody> create(@Body JsonNode body);

    @GET("api/core/v1/Attributes")
    @Operation(value = "list attributes", effect = READ, slow = true)
    Call<ResponseBody> list();

    @GET("api/core/v1/Attributes/Own/Identity")
    @Operation(value = "list own identity attributes", effect = READ, slow = true)
    Call<ResponseBody> ownIdentity();

    @GET("api/core/v1/Attributes/Own/Shared/{peer}")
    @Operation(value = "list own shared attributes", effect = READ, slow = true)
    Call<ResponseBody> ownShared(@Path("peer") String peer);

    @GET("api/core/v1/Attributes/Peer/{peer}")
    @Operation(value = "list peer attributes", effect = READ, slow = true)
    Call<ResponseBody> peer(@Path("peer") String peer);

    @GET("api/core/v1/Attributes/{id}")
    @Operation(value = "get attribute", effect = READ)
    Call<ResponseBody> get(@Path("id") String id);

    @GET("api/core/v1/Attributes/{id}/Versions")
    @Operation(value = "list attribute versions", effect = READ, slow = true)
    Call<ResponseBody> versions(@Path("id") String id);

    @GET("api/core/v1/Attributes/{id}/Versions/Shared")
    @Operation(value = "list shared attribute versions", effect = READ, slow = true)
    Call<ResponseBody> sharedVersions(
            @Path("id") String id, @Query("peer") String peer, @Query("onlyLatestVersions") boolean onlyLatestVersions);

    @GET("api/core/v1/Attributes/{id}/ForwardingDetails")
    @Operation(value = "list forwarding details", effect = READ, slow = true)
    Call<ResponseBody> forwardingDetails(@Path("id") String id);

    @POST("api/core/v1/Attributes/{id}/Succeed")
    @Operation(
            value = "succeed attribute",
            effect = MUTATION,
            look = "look at attributes().versions(...): a second succession of the same version fails")
    Call<ResponseBody> succeed(@Path("id") String id, @Body JsonNode body);

    @POST("api/core/v1/Attributes/{id}/NotifyPeer")
    @Operation(
            value = "notify peer about succession",
            effect = MUTATION,
            look = "look at attributes().sharedVersions(...)")
    Call<ResponseBody> notifyPeer(@Path("id") String id, @Body JsonNode body);

    @DELETE("api/core/v1/Attributes/{id}")
    @Operation(
            value = "delete attribute",
            effect = MUTATION,
            look = "look whether attributes().get(...) still finds it")
    Call<ResponseBody> delete(@Path("id") String id);

    @GET("api/core/v1/Attributes/TagCollection")
    @Operation(value = "tag collection", effect = READ, slow = true)
    Call<ResponseBody> tagCollection();

    @POST("api/core/v1/Attributes/ExecuteIdentityAttributeQuery")
    @Operation(value = "execute identity attribute query", effect = READ, slow = true)
    Call<ResponseBody> executeIdentityQuery(@Body JsonNode body);

    @POST("api/core/v1/Attributes/ExecuteRelationshipAttributeQuery")
    @Operation(value = "execute relationship attribute query", effect = READ, slow = true)
    Call<ResponseBody> executeRelationshipQuery(@Body JsonNode body);

    @POST("api/core/v1/Attributes/ExecuteThirdPartyRelationshipAttributeQuery")
    @Operation(value = "execute third party attribute query", effect = READ, slow = true)
    Call<ResponseBody> executeThirdPartyQuery(@Body JsonNode body);

    @POST("api/core/v1/Attributes/ExecuteIQLQuery")
    @Operation(value = "execute IQL query", effect = READ, slow = true)
    Call<ResponseBody> executeIql(@Body JsonNode body);

    @POST("api/core/v1/Attributes/ValidateIQLQuery")
    @Operation(value = "validate IQL query", effect = READ)
    Call<ResponseBody> validateIql(@Body JsonNode body);
}
