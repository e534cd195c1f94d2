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
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Path;

/** Routes of relationship templates. */
public interface TemplateApi {
    @GET("api/core/v1/RelationshipTemplates")
    @Operation(value = "list templates", effect = READ, slow = true)
    Call<ResponseBody> list();

    @GET("api/core/v1/RelationshipTemplates/Own")
    @Operation(value = "list own templates", effect = READ, slow = true)
    Call<ResponseBody> own();

    @GET("api/core/v1/RelationshipTemplates/Peer")
    @Operation(value = "list peers' templates", effect = READ, slow = true)
    Call<ResponseBody> peer();

    @GET("api/core/v1/RelationshipTemplates/{id}")
    @Operation(value = "get template", effect = READ)
    Call<ResponseBody> get(@Path("id") String id);

    @GET("api/core/v1/RelationshipTemplates/{id}")
    @Headers("Accept: image/png")
    @Operation(value = "template QR code", effect = READ)
    Call<ResponseBody> qrCode(@Path("id") String id);

    @POST("api/core/v1/RelationshipTemplates/Own")
    @Operation(value = "create template", effect = MUTATION, look = "look at relationshipTemplates().own(...), by time")
    Call<ResponseBody> create(@Body JsonNode body);

    @POST("api/core/v1/RelationshipTemplates/Peer")
    @Operation(
            value = "load template",
            effect = MUTATION,
            look = "look at relationshipTemplates().peer(...); loading it again may use up an allocation")
    Call<ResponseBody> load(@Body JsonNode body);

    @POST("api/core/v1/RelationshipTemplates/Own/{id}/Token")
    @Operation(
            value = "create template token",
            effect = MUTATION,
            look = "look at tokens().own(...) if it was not ephemeral; one that nobody knows expires")
    Call<ResponseBody> createToken(@Path("id") String id, @Body JsonNode body);

    @POST("api/core/v1/RelationshipTemplates/Own/{id}/Token")
    @Headers("Accept: image/png")
    @Operation(
            value = "create template token QR code",
            effect = MUTATION,
            look = "look at nothing: its token is ephemeral, and one that nobody knows expires")
    Call<ResponseBody> createTokenQrCode(@Path("id") String id, @Body JsonNode body);

    @DELETE("api/core/v1/RelationshipTemplates/{id}")
    @Operation(
            value = "delete template",
            effect = MUTATION,
            look = "look whether relationshipTemplates().get(...) still finds it")
    Call<ResponseBody> delete(@Path("id") String id);
}
