package dev.opsdk.benchmarks.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Models as one writes them by hand: the same fields as this project's, and nothing kept that is not known. */
final class ByHand {
    static final String JOB = "orders";
    static final String WRITER = "10.10.10.1-9000:p_3b7i_source-000-0:0000000069";
    static final String KEY = "This_is_a_test_APIKEY_with_30_chars+";

    private ByHand() {}

    static ObjectMapper mapper() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** A failure has status 200 too. */
    static <T extends Reply> T checked(T reply) throws IOException {
        if (!reply.worked()) {
            throw new IOException("refused: " + reply.why());
        }
        return reply;
    }

    interface Reply {
        boolean worked();

        default @Nullable String why() {
            return "no reason given";
        }
    }

    record Named(String name) {}

    record Show(String db, @JsonProperty("show_all") boolean all) {}

    record Lag(
            boolean success,
            @JsonProperty("error_msg") @Nullable String errorMessage,
            long lag,
            @JsonProperty("first_commit_seq") long firstCommitSeq,
            @JsonProperty("last_commit_seq") long lastCommitSeq,

            @JsonProperty("first_binlog_timestamp") @Nullable
            String firstBinlogTimestamp,

            @JsonProperty("last_binlog_timestamp") @Nullable String lastBinlogTimestamp,
            @JsonProperty("time_interval_secs") long timeIntervalSecs,
            @JsonProperty("next_commit_seq") long nextCommitSeq,
            @JsonProperty("next_binlog_timestamp") @Nullable String nextBinlogTimestamp)
            implements Reply {
        @Override
        public boolean worked() {
            return success;
        }

        @Override
        public @Nullable String why() {
            return errorMessage;
        }
    }

    record Done(
            boolean success,
            @JsonProperty("error_msg") @Nullable String errorMessage) implements Reply {
        @Override
        public boolean worked() {
            return success;
        }

        @Override
        public @Nullable String why() {
            return errorMessage;
        }
    }

    record CmDone(@JsonProperty("isSuccess") boolean success) implements Reply {
        @Override
        public boolean worked() {
            return success;
        }
    }

    record WriterReply(@JsonProperty("isSuccess") boolean success, Writer replicator) implements Reply {
        @Override
        public boolean worked() {
            return success;
        }
    }

    record Writer(
            String name,
            boolean active,
            String cfg,
            Checkpoint checkpoint,
            long gmtCreated,
            long gmtModified,
            String ip,
            String location,
            int port,
            String status) {}

    record Checkpoint(
            String checkpoint,
            String dataSource,
            long dbIp,
            String dbIpString,
            int dbPort,
            @Nullable String fileIdx,
            long gmt,
            long msgId,
            @Nullable String offset,
            long timestamp) {}

    record IdentityReply(Identity result) implements Reply {
        @Override
        public boolean worked() {
            return true;
        }
    }

    record Identity(String address, String publicKey) {}

    record Tables(
            int code,
            String msg,
            @JsonProperty("table_info") List<Table> tables) implements Reply {
        @Override
        public boolean worked() {
            return code == 0;
        }

        @Override
        public String why() {
            return msg;
        }
    }

    record Table(
            String name,
            String db,
            long tid,
            @JsonProperty("table_partition") List<Partition> partitions,
            @JsonProperty("partition_num") long partitionCount,
            @JsonProperty("replica_num") long replicaCount,
            @JsonProperty("storage_mode") String storageMode) {}

    record Partition(
            long pid,
            @JsonProperty("partition_meta") List<Replica> replicas,
            @JsonProperty("term_offset") List<Term> terms,
            @JsonProperty("record_cnt") long recordCount,
            @JsonProperty("record_byte_size") long recordBytes,
            @JsonProperty("diskused") long diskBytes) {}

    record Replica(
            String endpoint,
            @JsonProperty("is_leader") boolean leader,
            long offset,
            @JsonProperty("record_cnt") long recordCount,
            @JsonProperty("record_byte_size") long recordBytes,
            @JsonProperty("tablet_has_partition") boolean held,
            @JsonProperty("diskused") long diskBytes) {}

    record Term(long term, long offset) {}
}
