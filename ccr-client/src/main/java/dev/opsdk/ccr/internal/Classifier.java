package dev.opsdk.ccr.internal;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells kinds of failure apart by the syncer's words, since it has neither codes nor HTTP statuses for them. The first rule that
 * is found in the text decides, so rules for one whole sentence come first. Texts that begin with what failed
 * ({@code failed tables:}, {@code sqlite:}) are told by that beginning, because what follows may quote any other error.
 */
public final class Classifier {
    private static final String LOOK_AT_LIST =
            "after a restart or a takeover of the syncer this is said of existing jobs for some seconds, and"
                    + " /update_host_mapping says it on every node but the job's owner; see whether /list_jobs has the job";

    private static final List<Rule> RULES = List.of(
            rule(ErrorKind.PARTIAL_FAILURE, "^failed tables:", "the other tables are done; mend the cause and repeat"),
            rule(
                    ErrorKind.PARTIAL_FAILURE,
                    "^remove job \\[.*\\] in db failed",
                    "the job is stopped but still stored: see /list_jobs, then delete it again or resume it"),
            rule(ErrorKind.NOT_FOUND, "^job .+ not exist$", "ccr.jobs().list() has the names there are"),
            rule(ErrorKind.MAYBE_NOT_FOUND, "job not exist: .*$", LOOK_AT_LIST),
            rule(
                    ErrorKind.NOT_FOUND,
                    "get job failed, name: .*?: \\[db\\] sql: no rows",
                    "ccr.jobs().list() has the names there are"),
            rule(
                    ErrorKind.MAYBE_NOT_FOUND,
                    "query progress failed: \\[db\\] sql: no rows",
                    "the job has no stored progress: it is brand-new or being deleted; see whether /list_jobs has it"),
            rule(
                    ErrorKind.CONFLICT,
                    "is being deleted",
                    "the job of that name is still stopping; wait and repeat, or take another name"),
            rule(
                    ErrorKind.ALREADY_EXISTS,
                    "already exist$|\\[normal\\] job exist$|^job exists$",
                    "take another name; after a create without an answer, compare /job_detail with what was asked for"),
            rule(
                    ErrorKind.UNSUPPORTED,
                    "(unknown skip way|invalid skip method): (silence|fullsync|partialsync)$",
                    "this syncer does not know that way to skip; partialsync came with 2.1.10 and 3.0.6"),
            rule(
                    ErrorKind.UNSUPPORTED,
                    "^404 page not found$|^show job state with unknow type",
                    "this generation of the syncer does not have that call; syncer.generation() tells which it is"),
            rule(
                    ErrorKind.INVALID_REQUEST,
                    "unknown skip way|invalid skip method",
                    "the way to skip is silence, fullsync or partialsync, in lower case"),
            rule(
                    ErrorKind.INVALID_REQUEST,
                    "commit seq is not specified|skip commit seq",
                    "silence needs the sequence number to skip, above 0: last_commit_seq of a stuck job's progress"),
            rule(
                    ErrorKind.INVALID_REQUEST,
                    "skip table",
                    "partialsync needs the table's name and its id in the source"),
            rule(ErrorKind.INVALID_REQUEST, "not both db or table sync$", "name a table on both sides, or on neither"),
            rule(ErrorKind.INVALID_REQUEST, "name is empty$|host_mapping is empty|^job is invalid:", ""),
            rule(
                    ErrorKind.PRECONDITION,
                    "not enable binlog",
                    "at the source: ALTER DATABASE <db> SET properties (\"binlog.enable\" = \"true\"), and the same for tables"
                            + " that were there before"),
            rule(
                    ErrorKind.PRECONDITION,
                    "enable_feature_binlog=false",
                    "set enable_feature_binlog = true in fe.conf and be.conf of both clusters, and restart the named process"),
            rule(
                    ErrorKind.PRECONDITION,
                    "only support property",
                    "the text lists what the table lacks; light_schema_change and binlog.enable can be set by ALTER TABLE"),
            rule(
                    ErrorKind.PRECONDITION,
                    "public ip of",
                    "map every frontend and backend of that cluster: in the request when creating, by /update_host_mapping"
                            + " later; /add_host_mapping does not exist, whatever the message says"),
            rule(
                    ErrorKind.PRECONDITION,
                    "table .+ already exists$",
                    "drop the destination's table, or create the table job with allow_table_exists"),
            rule(ErrorKind.PRECONDITION, "already exists$", ""),
            rule(ErrorKind.PRECONDITION, "not exists$", "create it, or correct the name"),
            rule(
                    ErrorKind.PRECONDITION,
                    "is not a valid metric name",
                    "a job's name holds a character that /metrics cannot serve; it fails until that job is deleted and the"
                            + " syncer restarted"),
            rule(
                    ErrorKind.METADATA_STORE,
                    "^(sqlite|mysql|postgresql):",
                    "see the syncer's -db_* settings and whether that store is up"),
            rule(
                    ErrorKind.CLUSTER_UNREACHABLE,
                    "^get url: .* failed",
                    "the syncer asks every backend; one that is down blocks a create: start it or drop it from the cluster"),
            rule(
                    ErrorKind.CLUSTER_UNREACHABLE,
                    "\\[rpc\\]|thrift error",
                    "the syncer does not reach the frontend's RPC port (thrift_port, usually 9020)"),
            rule(
                    ErrorKind.CLUSTER_UNREACHABLE,
                    "connection refused|i/o timeout|invalid connection|no such host|no route to host",
                    "see host, port and firewall as the syncer sees them, not as you do"),
            rule(
                    ErrorKind.PRECONDITION,
                    "Access denied",
                    "the job's user lacks a privilege, or its password has changed; a job's credentials change only by delete"
                            + " and create"),
            rule(ErrorKind.METADATA_STORE, "\\[db\\]", "see the syncer's -db_* settings and whether that store is up"),
            rule(
                    ErrorKind.BAD_JSON,
                    "^EOF$",
                    "the syncer got no body: most likely a redirect was followed as GET by something on the way"),
            rule(ErrorKind.BAD_JSON, "^unexpected EOF$|^json:|^invalid character", ""));

    private Classifier() {}

    /**
     * Classifies what the syncer said.
     *
     * @param message {@code error_msg}, or the body of a 400 or 404
     * @return what it is about; {@link ErrorKind#UNKNOWN} when no rule fits
     */
    public static Verdict classify(String message) {
        String text = message.strip();
        for (Rule rule : RULES) {
            if (rule.pattern.matcher(text).find()) {
                return rule.verdict;
            }
        }
        return new Verdict(ErrorKind.UNKNOWN, "");
    }

    private static Rule rule(ErrorKind kind, String regex, String remedy) {
        return new Rule(Pattern.compile(regex, Pattern.DOTALL), new Verdict(kind, remedy));
    }

    /**
     * What an error is about.
     *
     * @param kind the kind
     * @param remedy what usually helps; empty when the message says enough
     */
    public record Verdict(ErrorKind kind, String remedy) {}

    private record Rule(Pattern pattern, Verdict verdict) {}
}
