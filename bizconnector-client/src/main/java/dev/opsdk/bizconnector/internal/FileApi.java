package dev.opsdk.bizconnector.internal;

import static dev.opsdk.core.call.Effect.MUTATION;
import static dev.opsdk.core.call.Effect.READ;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.internal.Operation;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;

/** Routes of files. */
public interface FileApi {
    @POST("api/core/v1/Files/Own")
    @Operation(value = "upload file", effect = MUTATION, look = "look at files().own(...), by filename and time")
    Call<ResponseBody> upload(@Body RequestBody body);

    @POST("api/core/v1/Files/Peer")
    @Operation(
            value = "load file",
            effect = MUTATION,
            look = "look at files().peer(...); loading it again changes nothing")
    Call<ResponseBody> load(@Body JsonNode body);

    @GET("api/core/v1/Files")
    @Operation(value = "list files", effect = READ, slow = true)
    Call<ResponseBody> list();

    @GET("api/core/v1/Files/Own")
    @Operation(value = "list own files", effect = READ, slow = true)
    Call<ResponseBody> own();

    @GET("api/core/v1/Files/Peer")
    @Operation(value = "list peers' files", effect = READ, slow = true)
    Call<ResponseBody> peer();

    @GET("api/core/v1/Files/{id}")
    @Operation(value = "get file", effect = READ)
    Call<ResponseBody> get(@Path("id") String id);

    @GET("api/core/v1/Files/{id}")
    @Headers("Accept: image/png")
    @Operation(value = "file QR code", effect = READ)
    Call<ResponseBody> qrCode(@Path("id") String id);

    @GET("api/core/v1/Files/{id}/Download")
    @Headers("Accept: */*")
    @Operation(value = "download file", effect = READ, slow = true)
    Call<ResponseBody> download(@Path("id") String id);

    @POST("api/core/v1/Files/{id}/Token")
    @Operation(
            value = "create file token",
            effect = MUTATION,
            look = "look at tokens().own(...) if it was not ephemeral; one that nobody knows expires")
    Call<ResponseBody> createToken(@Path("id") String id, @Body JsonNode body);

    @POST("api/core/v1/Files/{id}/Token")
    @Headers("Accept: image/png")
    @Operation(
            value = "create file token QR code",
            effect = MUTATION,
            look = "look at nothing: its token is ephemeral, and one that nobody knows expires")
    Call<ResponseBody> createTokenQrCode(@Path("id") String id, @Body JsonNode body);

    @PATCH("api/core/v1/Files/{id}/RegenerateOwnershipToken")
    @Operation(
            value = "regenerate ownership token",
            effect = MUTATION,
            look = "look at files().get(...).ownershipToken()")
    Call<ResponseBody> regenerateOwnershipToken(@Path("id") String id, @Body JsonNode body);

    @DELETE("api/core/v1/Files/{id}")
    @Operation(value = "delete file", effect = MUTATION, look = "look whether files().get(...) still finds it")
    Call<ResponseBody> delete(@Path("id") String id);
}
