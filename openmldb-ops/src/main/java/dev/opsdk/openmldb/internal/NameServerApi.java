package dev.opsdk.openmldb.internal;

import static dev.opsdk.core.call.Effect.MUTATION;
import static dev.opsdk.core.call.Effect.READ;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.internal.Operation;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;

/**
 * The methods of the nameserver that operations need. All are answered by the leader only. {@code DisConnectZK}, which makes a
 * nameserver give up, and {@code SetTablePartition}, which edits metadata without a check, are left out on purpose.
 */
interface NameServerApi {
    String LOOK_FOR_OP = "look for a new op of the partition in ops(...), and at the replicas in table(...)";
    String LOOK_FOR_OPS = "look for new ops in ops()";
    String LOOK_AT_OP = "look at the op in op(...)";

    @POST("NameServer/ShowTablet")
    @Operation(value = "ShowTablet", effect = READ)
    Call<ResponseBody> showTablet(@Body JsonNode request);

    @POST("NameServer/ShowTable")
    @Operation(value = "ShowTable", effect = READ)
    Call<ResponseBody> showTable(@Body JsonNode request);

    @POST("NameServer/ShowDatabase")
    @Operation(value = "ShowDatabase", effect = READ)
    Call<ResponseBody> showDatabase(@Body JsonNode request);

    @POST("NameServer/ShowOPStatus")
    @Operation(value = "ShowOPStatus", effect = READ)
    Call<ResponseBody> showOpStatus(@Body JsonNode request);

    @POST("NameServer/ShowSdkEndpoint")
    @Operation(value = "ShowSdkEndpoint", effect = READ)
    Call<ResponseBody> showSdkEndpoint(@Body JsonNode request);

    @POST("NameServer/ConfGet")
    @Operation(value = "ConfGet", effect = READ)
    Call<ResponseBody> confGet(@Body JsonNode request);

    @POST("NameServer/ConfSet")
    @Operation(value = "ConfSet", effect = MUTATION, look = "look at auto_failover in config()")
    Call<ResponseBody> confSet(@Body JsonNode request);

    @POST("NameServer/ChangeLeader")
    @Operation(value = "ChangeLeader", effect = MUTATION, look = LOOK_FOR_OP)
    Call<ResponseBody> changeLeader(@Body JsonNode request);

    @POST("NameServer/Migrate")
    @Operation(value = "Migrate", effect = MUTATION, look = LOOK_FOR_OP)
    Call<ResponseBody> migrate(@Body JsonNode request);

    @POST("NameServer/AddReplicaNS")
    @Operation(value = "AddReplicaNS", effect = MUTATION, look = LOOK_FOR_OP)
    Call<ResponseBody> addReplica(@Body JsonNode request);

    @POST("NameServer/DelReplicaNS")
    @Operation(value = "DelReplicaNS", effect = MUTATION, look = LOOK_FOR_OP)
    Call<ResponseBody> delReplica(@Body JsonNode request);

    @POST("NameServer/RecoverTable")
    @Operation(value = "RecoverTable", effect = MUTATION, look = LOOK_FOR_OP)
    Call<ResponseBody> recoverTable(@Body JsonNode request);

    @POST("NameServer/UpdateTableAliveStatus")
    @Operation(
            value = "UpdateTableAliveStatus",
            effect = MUTATION,
            look = "look at alive() of the replicas in table(...)")
    Call<ResponseBody> updateTableAliveStatus(@Body JsonNode request);

    @POST("NameServer/OfflineEndpoint")
    @Operation(value = "OfflineEndpoint", effect = MUTATION, look = LOOK_FOR_OPS)
    Call<ResponseBody> offlineEndpoint(@Body JsonNode request);

    @POST("NameServer/RecoverEndpoint")
    @Operation(value = "RecoverEndpoint", effect = MUTATION, look = LOOK_FOR_OPS)
    Call<ResponseBody> recoverEndpoint(@Body JsonNode request);

    @POST("NameServer/MakeSnapshotNS")
    @Operation(value = "MakeSnapshotNS", effect = MUTATION, look = LOOK_FOR_OP)
    Call<ResponseBody> makeSnapshot(@Body JsonNode request);

    @POST("NameServer/CancelOP")
    @Operation(value = "CancelOP", effect = MUTATION, look = LOOK_AT_OP)
    Call<ResponseBody> cancelOp(@Body JsonNode request);

    @POST("NameServer/DeleteOP")
    @Operation(value = "DeleteOP", effect = MUTATION, look = "look whether ops() still has it")
    Call<ResponseBody> deleteOp(@Body JsonNode request);
}
