package dev.opsdk.simulator.openmldb;

import java.util.List;

/** The signatures of all methods of a service, simulated or not: name, request, response. */
final class MethodNames {

    private static final String NAME_SERVER = """
            CreateTable CreateTableRequest GeneralResponse
            DropTable DropTableRequest GeneralResponse
            TruncateTable TruncateTableRequest TruncateTableResponse
            ShowTablet ShowTabletRequest ShowTabletResponse
            ShowTable ShowTableRequest ShowTableResponse
            MakeSnapshotNS MakeSnapshotNSRequest GeneralResponse
            AddReplicaNS AddReplicaNSRequest GeneralResponse
            DelReplicaNS DelReplicaNSRequest GeneralResponse
            ShowOPStatus ShowOPStatusRequest ShowOPStatusResponse
            CancelOP CancelOPRequest GeneralResponse
            DeleteOP DeleteOPRequest GeneralResponse
            ConfSet ConfSetRequest GeneralResponse
            ConfGet ConfGetRequest ConfGetResponse
            ChangeLeader ChangeLeaderRequest GeneralResponse
            OfflineEndpoint OfflineEndpointRequest GeneralResponse
            Migrate MigrateRequest GeneralResponse
            RecoverTable RecoverTableRequest GeneralResponse
            RecoverEndpoint RecoverEndpointRequest GeneralResponse
            ConnectZK ConnectZKRequest GeneralResponse
            DisConnectZK DisConnectZKRequest GeneralResponse
            SetTablePartition SetTablePartitionRequest GeneralResponse
            GetTablePartition GetTablePartitionRequest GetTablePartitionResponse
            UpdateTTL UpdateTTLRequest UpdateTTLResponse
            UpdateTableAliveStatus UpdateTableAliveRequest GeneralResponse
            AddTableField AddTableFieldRequest GeneralResponse
            AddReplicaCluster ClusterAddress GeneralResponse
            ShowReplicaCluster GeneralRequest ShowReplicaClusterResponse
            RemoveReplicaCluster RemoveReplicaOfRequest GeneralResponse
            AddReplicaClusterByNs ReplicaClusterByNsRequest AddReplicaClusterByNsResponse
            RemoveReplicaClusterByNs ReplicaClusterByNsRequest GeneralResponse
            SwitchMode SwitchModeRequest GeneralResponse
            GetTaskStatus TaskStatusRequest TaskStatusResponse
            DeleteOPTask DeleteTaskRequest GeneralResponse
            CreateTableInfo CreateTableInfoRequest CreateTableInfoResponse
            CreateTableInfoSimply CreateTableInfoRequest CreateTableInfoResponse
            LoadTable LoadTableRequest GeneralResponse
            AddReplicaNSFromRemote AddReplicaNSRequest GeneralResponse
            SyncTable SyncTableRequest GeneralResponse
            AddIndex AddIndexRequest GeneralResponse
            DeleteIndex DeleteIndexRequest GeneralResponse
            CreateDatabase CreateDatabaseRequest GeneralResponse
            UseDatabase UseDatabaseRequest GeneralResponse
            ShowDatabase GeneralRequest ShowDatabaseResponse
            DropDatabase DropDatabaseRequest GeneralResponse
            SetSdkEndpoint SetSdkEndpointRequest GeneralResponse
            ShowSdkEndpoint ShowSdkEndpointRequest ShowSdkEndpointResponse
            ShowCatalog ShowCatalogRequest ShowCatalogResponse
            UpdateOfflineTableInfo TableInfo GeneralResponse
            CreateFunction CreateFunctionRequest CreateFunctionResponse
            DropFunction DropFunctionRequest DropFunctionResponse
            ShowFunction ShowFunctionRequest ShowFunctionResponse
            CreateProcedure CreateProcedureRequest GeneralResponse
            DropProcedure DropProcedureRequest GeneralResponse
            ShowProcedure ShowProcedureRequest ShowProcedureResponse
            DeploySQL DeploySQLRequest DeploySQLResponse
            PutUser PutUserRequest GeneralResponse
            DeleteUser DeleteUserRequest GeneralResponse
            PutPrivilege PutPrivilegeRequest GeneralResponse
            """;

    private static final String TABLET_SERVER = """
            GetTableStatus GetTableStatusRequest GetTableStatusResponse
            LoadTable LoadTableRequest LoadTableResponse
            GetTableFollower GetTableFollowerRequest GetTableFollowerResponse
            GetTermPair GetTermPairRequest GetTermPairResponse
            GetManifest GetManifestRequest GetManifestResponse
            GetTaskStatus TaskStatusRequest TaskStatusResponse
            ExecuteGc ExecuteGcRequest GeneralResponse
            """;

    private MethodNames() {}

    static List<String> nameServer() {
        return NAME_SERVER.lines().toList();
    }

    static List<String> tabletServer() {
        return TABLET_SERVER.lines().toList();
    }
}
