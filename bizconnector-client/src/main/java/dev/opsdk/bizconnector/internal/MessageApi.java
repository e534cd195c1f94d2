package dev.opsdk.bizconnector.internal;

import static dev.opsdk.core.call.Effect.MUTATION;
import static dev.opsdk.core.call.Effect.READ;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.internal.Operation;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Path;

/** Routes of messages. */
public interface MessageApi {
    @POST("api/core/v1/Messages")
    @Operation(value = "send message", effect = MUTATION, look = "look at messages().all(...), by recipient and time")
    Call<ResponseBody> send(@Body JsonNode body);

    @GET("api/core/v1/Messages")
    @Operation(value = "list messages", effect = READ, slow = true)
    Call<ResponseBody> list();

    @GET("api/core/v1/Messages/{id}")
    @Operation(value = "get message", effect = READ)
    Call<ResponseBody> get(@Path("id") String id);

    @GET("api/core/v1/Messages/{id}/Attachments/{attachment}")
    @Operation(value = "get attachment", effect = READ)
    Call<ResponseBody> attachment(@Path("id") String id, @Path("attachment") String attachment);

    @GET("api/core/v1/Messages/{id}/Attachments/{attachment}/Download")
    @Headers("Accept: */*")
    @Operation(value = "download attachment", effect = READ, slow = true)
    Call<ResponseBody> download(@Path("id") String id, @Path("attachment") String attachment);
}
