package dev.opsdk.oms.internal;

import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.PartialFailureException;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.Refusal;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.error.UpstreamFailedException;
import dev.opsdk.core.internal.Reply;
import dev.opsdk.oms.model.CmErrorCode;
import dev.opsdk.oms.model.ErrorDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a refusal to the exception that it means. Only codes are trusted to tell kinds apart: no wording is documented. */
final class Refusals {
    private Refusals() {}

    static OpsException of(Reply reply, CmEnvelope envelope) {
        Optional<CmErrorCode.Known> code = envelope.code().flatMap(CmErrorCode::known);
        Refusal refusal = reply.refusal(envelope.message(), remedy(reply, envelope));
        if (code.isEmpty()) {
            return new RejectedException(refusal);
        }
        return switch (code.get()) {
            case SUPERVISOR_SILENT ->
                reply.site().effect() == Effect.MUTATION
                        // a refusal by its form, but the command is on its way
                        ? reply.notOurs(refusal.message() + " (" + refusal.remedy() + ")")
                        : new UpstreamFailedException(refusal);
            case PART_FAILED -> new PartialFailureException(refusal);
            case SUPERVISOR_FAILED,
                    COMMAND_FAILED,
                    ALL_FAILED,
                    STORE_START_FAILED,
                    CHECKER_START_FAILED,
                    WRITER_START_FAILED -> new UpstreamFailedException(refusal);
            case NO_AVAILABLE_STORE, NO_ACTIVE_STORE, NO_ALIVE_HOST, NO_MACHINE, NO_RESOURCES, MACHINE_GROUP_MISSING ->
                new PreconditionException(refusal);
        };
    }

    private static String remedy(Reply reply, CmEnvelope envelope) {
        List<String> parts = new ArrayList<>();
        envelope.code().flatMap(CmErrorCode::advice).ifPresent(parts::add);
        envelope.detail()
                .flatMap(ErrorDetail::proposal)
                .map(text -> "the server proposes: " + reply.refusal(text, "").message())
                .ifPresent(parts::add);
        if (envelope.retryable()) {
            parts.add("the server says that it may be repeated");
        }
        return String.join("; ", parts);
    }

    /** A success that shows nothing is how an unknown name is answered (inferred). */
    static NotFoundException notFound(Reply reply, String field) {
        return new NotFoundException(reply.refusal(
                "the reply has no '" + field + "'",
                "there is no such component, or no longer: a migration gives a new name; see the console's list"));
    }

    /**
     * 404 and 405 are answers without a doubt, also to a mutation: nobody found a route, so nobody ran it. A gateway's page
     * counts as well, because behind it nothing was asked.
     */
    static UnsupportedException noSuchRoute(Reply reply) {
        return new UnsupportedException(reply.refusal(
                "HTTP " + reply.status() + ", no such call",
                "this version of OMS does not have it, or this is not the cluster manager (port 8088)"));
    }
}
