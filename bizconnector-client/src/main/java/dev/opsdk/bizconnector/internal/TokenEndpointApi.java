package dev.opsdk.bizconnector.internal;

import static dev.opsdk.core.call.Effect.READ;

import dev.opsdk.core.internal.Operation;
import java.util.Map;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.FieldMap;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Url;

/** The token endpoint of an authorization server. Fetching a token twice changes nothing. */
interface TokenEndpointApi {
    @POST
    @FormUrlEncoded
    @Headers("Accept: application/json")
    @Operation(value = "fetch token", effect = READ)
    Call<ResponseBody> token(@Url String url, @FieldMap Map<String, String> fields);
}
