package dev.opsdk.openmldb.internal;

import static dev.opsdk.core.call.Effect.MUTATION;
import static dev.opsdk.core.call.Effect.READ;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.internal.Operation;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** The methods of a tablet that operations need. */
interface TabletApi {
    @POST("TabletServer/GetTableStatus")
    @Operation(value = "GetTableStatus", effect = READ)
    Call<ResponseBody> getTableStatus(@Body JsonNode request);

    @POST("TabletServer/GetTableFollower")
    @Operation(value = "GetTableFollower", effect = READ)
    Call<ResponseBody> getTableFollower(@Body JsonNode request);

    @POST("TabletServer/GetTermPair")
    @Operation(value = "GetTermPair", effect = READ)
    Call<ResponseBody> getTermPair(@Body JsonNode request);

    @POST("TabletServer/LoadTable")
    @Operation(
            value = "LoadTable",
            effect = MUTATION,
            look = "look at the partition's state in partition(...); a load that failed removes it again")
    Call<ResponseBody> loadTable(@Body JsonNode request);
}
