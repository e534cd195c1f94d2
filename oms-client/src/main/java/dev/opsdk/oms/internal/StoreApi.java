package dev.opsdk.oms.internal;

import static dev.opsdk.core.call.Effect.MUTATION;
import static dev.opsdk.core.call.Effect.READ;

import dev.opsdk.core.internal.Operation;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** Stores. */
interface StoreApi {
    String LOOK = "look at status and checkpoints in the store's detail";

    @FormUrlEncoded
    @POST("crawler/clear")
    @Operation(value = "crawler clear", effect = MUTATION, look = LOOK)
    Call<ResponseBody> clear(@Field("crawler") String name);

    @FormUrlEncoded
    @POST("crawler/restore")
    @Operation(value = "crawler restore", effect = MUTATION, look = LOOK)
    Call<ResponseBody> restore(@Field("crawler") String name);

    /** {@code filters} has to be there, and empty. */
    @GET("crawler/detail")
    @Operation(value = "crawler detail", effect = READ)
    Call<ResponseBody> detail(@Query("filters") String filters, @Query("crawler") String name);

    @FormUrlEncoded
    @POST("crawler/destroy")
    @Operation(value = "crawler destroy", effect = MUTATION, look = "look whether the store's detail is still there")
    Call<ResponseBody> destroy(@Field("crawler") String name);
}
