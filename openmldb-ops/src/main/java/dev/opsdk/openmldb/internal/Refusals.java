package dev.opsdk.openmldb.internal;

import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.AlreadyExistsException;
import dev.opsdk.core.error.ConflictException;
import dev.opsdk.core.error.ForbiddenException;
import dev.opsdk.core.error.InvalidRequestException;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.Refusal;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.error.UpstreamFailedException;
import dev.opsdk.core.internal.Reply;
import dev.opsdk.openmldb.model.ReturnCode;
import java.util.Optional;

/** From a refusal to the exception that it means. The code tells the kind; the words are for people. */
final class Refusals {
    private Refusals() {}

    /** The code stands in front of the server's words, where {@link ReturnCode#of(RejectedException)} finds it. */
    static RejectedException of(Reply reply, ReturnCode code, String message) {
        String words = message.isBlank() ? code.meaning().orElse("no reason given") : message;
        Refusal refusal = reply.refusal(
                code.code() + " " + words, code.known().map(Remedies::of).orElse(""));
        Optional<ReturnCode.Known> known = code.known();
        if (known.isEmpty()) {
            return new RejectedException(refusal);
        }
        return switch (known.get()) {
            case TABLE_NOT_EXIST, ENDPOINT_NOT_EXIST, PID_NOT_EXIST, DELETE_FAILED, DATABASE_NOT_FOUND ->
                new NotFoundException(refusal);
            case TABLE_EXISTS, REPLICA_ENDPOINT_EXISTS, PID_EXISTS, OP_EXISTS, DATABASE_EXISTS ->
                new AlreadyExistsException(refusal);
            case TABLE_LOADING, TABLE_NOT_NORMAL, PARTITION_ALIVE, OP_NOT_RUNNING, NO_PID_UPDATED, OFFSET_MISMATCH ->
                new ConflictException(refusal);
            case AUTO_FAILOVER_ON,
                    TABLE_IS_LEADER,
                    TABLE_IS_FOLLOWER,
                    NO_FOLLOWER,
                    NO_ROOT_PATH,
                    NOT_LEADER,
                    TABLET_NOT_HEALTHY,
                    CREATE_OP_FAILED,
                    LEADER_ALIVE,
                    NO_ALIVE_FOLLOWER,
                    SOURCE_NOT_HEALTHY,
                    DESTINATION_NOT_HEALTHY,
                    MIGRATE_FAILED,
                    NO_ZONE_INFO,
                    DATABASE_NOT_EMPTY -> new PreconditionException(refusal);
            case INVALID_PARAMETER, TABLE_META_ILLEGAL -> new InvalidRequestException(refusal);
            case PRIVILEGE_DENIED, PRIVILEGE_ERROR -> new ForbiddenException(refusal);
            case NOT_SUPPORTED -> new UnsupportedException(refusal);
            case RPC_ERROR,
                    SET_ZK_FAILED,
                    CONNECT_ZK_FAILED,
                    ADD_OP_FAILED,
                    GET_TABLET_FAILED,
                    WRITE_DATA_FAILED,
                    CREATE_TABLE_FAILED,
                    TRUNCATE_FAILED,
                    NOT_IN_ZOOKEEPER -> new UpstreamFailedException(refusal);
            case OK, ERROR -> new RejectedException(refusal);
        };
    }

    /** What the RPC library below the server says, in plain text and with a header that nobody else sends. */
    static void byRpc(Reply reply) {
        Optional<String> code = reply.header("x-bd-error-code");
        if (reply.status() / 100 == 2 || code.isEmpty()) {
            return;
        }
        String words = "HTTP " + reply.status() + ", " + reply.text().strip();
        throw switch (code.get()) {
            case "1003" ->
                new InvalidRequestException(reply.refusal(words, "this version of the server wants another request"));
            case "1002" ->
                new UnsupportedException(reply.refusal(
                        words, "the server is of another kind (nameserver, tablet), or its version does not have it"));
            case "1004" -> new UnauthorizedException(reply.refusal(words, Remedies.CREDENTIALS));
            // turned away before anybody read it
            case "2003", "2004" -> busy(reply, words);
            default -> reply.notOurs("the server's handler failed with " + code.get());
        };
    }

    private static OpsException busy(Reply reply, String words) {
        return reply.site().effect() == Effect.READ
                ? reply.notOurs("the server is stopping or has too much to do")
                : new ConflictException(reply.refusal(
                        words, "the server is stopping or has too much to do; nothing was done, repeat it"));
    }
}
