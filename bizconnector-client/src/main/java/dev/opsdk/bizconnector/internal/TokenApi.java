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

/** Routes of tokens. */
public interface TokenApi {
    @POST("api/core/v1/Tokens/Own")
    @Operation(
            value = "create token",
            effect = MUTATION,
            look = "look at tokens().own(...), by time; an ephemeral one is not kept")
    Call<ResponseBody> create(@Body JsonNode body);

    @POST("api/core/v1/Tokens/Peer")
    @Operation(
            value = "load token",
            effect = MUTATION,
            look = "look at tokens().peer(...); loading it again changes nothing")
    Call<ResponseBody> load(@Body JsonNode body);

    @GET("api/core/v1/Tokens/Own")
    @Operation(value = "list own tokens", effect = READ, slow = true)
    Call<ResponseBody> own();

    @GET("api/core/v1/Tokens/Peer")
    @Operation(value = "list peers' tokens", effect = READ, slow = true)
    Call<ResponseBody> peer();

    @GET("api/core/v1/Tokens/{id}")
    @Operation(value = "get token", effect = READ)
    Call<ResponseBody> get(@Path("id") String id);

    @GET("api/core/v1/Tokens/{id}")
    @Headers("Accept: image/png")
    @Operation(value = "token QR code", effect = READ)
    Call<ResponseBody> qrCode(@Path("id") String id);

    @DELETE("api/core/v1/Tokens/{id}")
    @Operation(value = "delete token", effect = MUTATION, look = "look whether tokens().get(...) still finds it")
    Call<ResponseBody> delete(@Path("id") String id);
}
