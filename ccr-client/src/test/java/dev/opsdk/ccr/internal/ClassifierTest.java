package dev.opsdk.ccr.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of the contract that were not recorded; the recorded ones are in {@link RecordingsTest}. */
class ClassifierTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            NOT_FOUND | job nope not exist
            NOT_FOUND | job my, job not exist
            NOT_FOUND | mysql: get job failed, name: nope: [db] sql: no rows in result set
            NOT_FOUND | postgresql: get job failed, name: nope: [db] sql: no rows in result set
            MAYBE_NOT_FOUND | [normal] job not exist: b_job
            MAYBE_NOT_FOUND | sqlite: query progress failed: [db] sql: no rows in result set
            ALREADY_EXISTS | job is invalid: [normal] job db_job already exist
            ALREADY_EXISTS | job: X: [normal] job exist
            ALREADY_EXISTS | job exists
            INVALID_REQUEST | name is empty
            INVALID_REQUEST | job name is empty
            INVALID_REQUEST | host_mapping is empty
            INVALID_REQUEST | job is invalid: dest spec is invalid: [normal] user is empty
            INVALID_REQUEST | job is invalid: [normal] src/dest are not both db or table sync
            INVALID_REQUEST | unknown skip way: SILENCE
            INVALID_REQUEST | [normal] invalid skip method: bogus
            INVALID_REQUEST | [normal] invalid skip commit seq: 0
            INVALID_REQUEST | [normal] invalid skip table: , table id: 0
            INVALID_REQUEST | commit seq is not specified for silence, commit seq: 0
            UNSUPPORTED | unknown skip way: partialsync
            UNSUPPORTED | [normal] invalid skip method: partialsync
            UNSUPPORTED | 404 page not found
            PRECONDITION | [normal] src database nobinlog not enable binlog
            PRECONDITION | [normal] Fe h:9030 enable_feature_binlog=false, please set it true in fe.conf
            PRECONDITION | [normal] Be: [h:9060] enable_feature_binlog=false, please set it true in be.conf
            PRECONDITION | [normal] src table demo.bad only support property: "light_schema_change" = "true"
            PRECONDITION | [normal] src database nodb not exists
            PRECONDITION | [normal] dest table demo2.t1 already exists
            PRECONDITION | [normal] dest database demo2 already exists
            PRECONDITION | [normal] the public ip of host 10.0.0.1 is not found, consider adding it via HTTP API /add_host_mapping
            PRECONDITION | [normal] Error 1045 (28000): Access denied for user 'root'@'10.0.0.1' (using password: NO)
            CLUSTER_UNREACHABLE | select Host, QueryPort, RpcPort, IsMaster from frontends();: [normal] dial tcp 127.0.0.1:1: connect: connection refused
            CLUSTER_UNREACHABLE | get url: http://be:8040/api/show_config?conf_item=enable_feature_binlog failed: [normal] 500
            CLUSTER_UNREACHABLE | [normal] dial tcp: lookup fe1: no such host
            CLUSTER_UNREACHABLE | [normal] read tcp 10.0.0.1:1->10.0.0.2:9030: i/o timeout
            CLUSTER_UNREACHABLE | [normal] invalid connection
            CLUSTER_UNREACHABLE | thrift error: GetBinlogLag error: [rpc] remote or network error
            METADATA_STORE | sqlite: insert job failed: database is locked
            METADATA_STORE | mysql: get job failed, name: x: [db] dial tcp 10.0.0.9:3306: connect: connection refused
            METADATA_STORE | [db] sql: database is closed
            PARTIAL_FAILURE | failed tables: `a`: exec sql X failed: [normal] job not exist: a
            PARTIAL_FAILURE | failed tables: `a`: exec sql X failed: [normal] table a not exists
            PARTIAL_FAILURE | remove job [X] in db failed, but job is stopped, if can resume/delete, please do it manually
            CONFLICT | job is being deleted, please wait and retry
            CONFLICT | job is invalid: [normal] job is being deleted, please wait and retry
            BAD_JSON | EOF
            BAD_JSON | unexpected EOF
            BAD_JSON | json: cannot unmarshal array into Go value of type service.CcrCommonRequest
            BAD_JSON | invalid character 'a' in literal null (expecting 'u')
            UNKNOWN | something new
            UNKNOWN | unmarshal job failed: invalid character 'p' after object key
            """)
    void everyTextOfTheContractHasItsKind(ErrorKind kind, String message) {
        assertThat(Classifier.classify(message).kind()).isEqualTo(kind);
        assertThat(Classifier.classify(message + "\n").kind()).isEqualTo(kind);
    }

    @Test
    void whatUsuallyHelpsIsSaid() {
        assertThat(remedy("[normal] src database d not enable binlog")).contains("binlog.enable", "ALTER DATABASE");
        assertThat(remedy("[normal] the public ip of host h is not found"))
                .contains("/update_host_mapping", "does not exist");
        assertThat(remedy("[normal] Fe h:1 enable_feature_binlog=false, please"))
                .contains("fe.conf", "be.conf");
        assertThat(remedy("src table a.b only support property: x")).contains("light_schema_change");
        assertThat(remedy("EOF")).contains("redirect");
        assertThat(remedy("[normal] job not exist: x")).contains("/list_jobs");
        assertThat(remedy("who knows")).isEmpty();
    }

    @Test
    void anEmptyTextIsUnknown() {
        assertThat(Classifier.classify("")).isEqualTo(new Classifier.Verdict(ErrorKind.UNKNOWN, ""));
    }

    private static String remedy(String message) {
        return Classifier.classify(message).remedy();
    }
}
