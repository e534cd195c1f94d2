package dev.opsdk.bizconnector.internal;

import static dev.opsdk.core.call.Effect.MUTATION;
import static dev.opsdk.core.call.Effect.READ;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.internal.Operation;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Query;

/** Routes of the identity itself and of small resources. */
public interface AccountApi {
    @GET("api/core/v1/Account/IdentityInfo")
    @Operation(value = "identity info", effect = READ)
    Call<ResponseBody> identityInfo();

    @POST("api/core/v1/Account/Sync")
    @Operation(value = "sync", effect = MUTATION, look = "look at account().syncInfo()")
    Call<ResponseBody> sync(@Body JsonNode body);

    @GET("api/core/v1/Account/SyncInfo")
    @Operation(value = "sync info", effect = READ)
    Call<ResponseBody> syncInfo();

    @GET("api/core/v1/Announcements")
    @Operation(value = "announcements", effect = READ, slow = true)
    Call<ResponseBody> announcements(@Query("language") String language);

    @POST("api/core/v1/BackboneNotifications")
    @Operation(
            value = "send backbone notification",
            effect = MUTATION,
            look = "look at the recipients: the connector keeps no record of it")
    Call<ResponseBody> notifyBackbone(@Body JsonNode body);

    @POST("api/core/v1/Challenges")
    @Operation(
            value = "create challenge",
            effect = MUTATION,
            look = "look at nothing: a challenge that is not known expires after 10 minutes")
    Call<ResponseBody> createChallenge(@Body JsonNode body);

    @POST("api/core/v1/Challenges/Validate")
    @Operation(value = "validate challenge", effect = READ, slow = true)
    Call<ResponseBody> validateChallenge(@Body JsonNode body);

    @PUT("api/core/v1/IdentityMetadata")
    @Operation(value = "put identity metadata", effect = MUTATION, look = "look at identityMetadata().get(...)")
    Call<ResponseBody> putMetadata(@Body JsonNode body);

    @GET("api/core/v1/IdentityMetadata")
    @Operation(value = "get identity metadata", effect = READ)
    Call<ResponseBody> getMetadata(@Query("reference") String reference, @Query("key") @Nullable String key);

    @DELETE("api/core/v1/IdentityMetadata")
    @Operation(value = "delete identity metadata", effect = MUTATION, look = "look at identityMetadata().get(...)")
    Call<ResponseBody> deleteMetadata(@Query("reference") String reference, @Query("key") @Nullable String key);

    @POST("api/core/v1/IdentityDeletionProcess")
    @Operation(value = "start identity deletion", effect = MUTATION, look = "look at identityDeletionProcess().get()")
    Call<ResponseBody> startDeletion(
            @Query("lengthOfGracePeriodInDays") @Nullable Double lengthOfGracePeriodInDays, @Body JsonNode body);

    @GET("api/core/v1/IdentityDeletionProcess")
    @Operation(value = "get identity deletion", effect = READ)
    Call<ResponseBody> getDeletion();

    @DELETE("api/core/v1/IdentityDeletionProcess")
    @Operation(value = "cancel identity deletion", effect = MUTATION, look = "look at identityDeletionProcess().get()")
    Call<ResponseBody> cancelDeletion();
}
