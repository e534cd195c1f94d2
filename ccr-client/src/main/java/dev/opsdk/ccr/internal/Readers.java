package dev.opsdk.ccr.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.ccr.internal.Classifier.Verdict;
import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.error.AlreadyExistsException;
import dev.opsdk.core.error.ConflictException;
import dev.opsdk.core.error.InvalidRequestException;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.PartialFailureException;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.Refusal;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.error.UpstreamFailedException;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.internal.Json.Undecodable;
import dev.opsdk.core.internal.OnePass;
import dev.opsdk.core.internal.Reply;
import dev.opsdk.core.internal.ReplyReader;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** From a syncer's answer to a value or the exception that it means. The status is asked last: failures have 200. */
final class Readers {
    /** What makes a value of a good answer. */
    @FunctionalInterface
    interface Decoder<A, T> {
        T decode(A answer) throws Undecodable;
    }

    /** The syncer marks its errors by where they come from. */
    private static final Pattern CATEGORY = Pattern.compile("\\[(normal|rpc|db|fe|be|meta)]");

    private Readers() {}

    /** For routes that answer with an envelope and never redirect. */
    static <T> ReplyReader<T> enveloped(Decoder<Envelope, T> decoder) {
        return reply -> {
            Envelope envelope = Envelope.open(json(reply));
            if (!envelope.success()) {
                throw refused(reply, envelope);
            }
            return decoder.decode(envelope);
        };
    }

    /** For routes about a job, which may be another syncer's. */
    static <T> ReplyReader<Routed<T>> routed(Decoder<Envelope, T> decoder) {
        return reply -> {
            if (reply.status() == 303) {
                return new Routed.Moved<>(owner(reply), reply.refusal("not the owner of the job", ""));
            }
            Envelope envelope = Envelope.open(json(reply));
            if (envelope.success()) {
                return new Routed.Answer<>(decoder.decode(envelope));
            }
            Verdict verdict = Classifier.classify(envelope.errorMessage());
            if (verdict.kind() == ErrorKind.MAYBE_NOT_FOUND) {
                return new Routed.Missing<>(reply.refusal(envelope.errorMessage(), verdict.remedy()));
            }
            throw refused(reply, envelope);
        };
    }

    /** The same for an answer whose fields lie beside the envelope's: a success as it should be is read in one go. */
    static <T> ReplyReader<Routed<T>> routed(Class<T> type, Decoder<Envelope, T> decoder) {
        ReplyReader<Routed<T>> slow = routed(decoder);
        return reply -> {
            Optional<OnePass<T>> quick =
                    reply.status() == 200 ? OnePass.flat(reply, Envelope.NAMES, type) : Optional.empty();
            if (quick.isPresent() && Envelope.isSuccess(quick.get().envelope())) {
                return new Routed.Answer<>(quick.flatMap(OnePass::value).orElseThrow());
            }
            return slow.read(reply);
        };
    }

    /** For the one route that answers with bare JSON. */
    static <T> ReplyReader<T> bare(Decoder<JsonNode, T> decoder) {
        return reply -> decoder.decode(json(reply));
    }

    /** For the view, which is JSON or a bare sentence. */
    static <T> ReplyReader<T> view(Decoder<Envelope, T> decoder) {
        return reply -> {
            served(reply);
            Envelope envelope = Envelope.openView(reply.body());
            if (envelope.success()) {
                return decoder.decode(envelope);
            }
            if (!reply.text().strip().startsWith("{") && !isFailure(envelope.errorMessage())) {
                throw new Undecodable("neither a view nor a failure as a syncer words it");
            }
            throw refused(reply, envelope);
        };
    }

    /** For the view as a table, which is any text; a failure is one sentence in its place. */
    static ReplyReader<String> table() {
        return reply -> {
            served(reply);
            String text = reply.text();
            boolean page = text.stripLeading().startsWith("<")
                    || reply.header("Content-Type").orElse("").startsWith("text/html");
            if (page) {
                throw new Undecodable("a page where a table was expected");
            }
            if (text.strip().lines().count() == 1 && isFailure(text)) {
                throw refused(
                        reply, new Envelope(false, text.strip(), Json.wire().createObjectNode()));
            }
            return text;
        };
    }

    private static boolean isFailure(String sentence) {
        return Classifier.classify(sentence).kind() != ErrorKind.UNKNOWN
                || CATEGORY.matcher(sentence).find();
    }

    /** For metrics: text, or 500 with a sentence about a name. */
    static <T> ReplyReader<T> metrics(Decoder<String, T> decoder) {
        return reply -> {
            if (reply.status() == 500) {
                Verdict verdict = Classifier.classify(reply.text());
                if (verdict.kind() == ErrorKind.PRECONDITION) {
                    throw new PreconditionException(
                            reply.refusal("/metrics cannot serve the name of one of the jobs", verdict.remedy()));
                }
            }
            served(reply);
            if (reply.text().isBlank()) {
                throw new Undecodable("empty where metrics were expected");
            }
            return decoder.decode(reply.text());
        };
    }

    private static BaseUrl owner(Reply reply) throws Undecodable {
        String path = URI.create(reply.site().url()).getPath();
        Optional<BaseUrl> owner = reply.header("Location").flatMap(location -> AddressBook.owner(location, path));
        return owner.orElseThrow(() -> new Undecodable("a redirect that is none of a syncer"));
    }

    private static JsonNode json(Reply reply) throws Undecodable {
        served(reply);
        return Json.tree(reply.body());
    }

    /** 404 and 400 are the syncer's own when they carry its own words; any other status is somebody else's. */
    private static void served(Reply reply) throws Undecodable {
        if (reply.status() == 200) {
            return;
        }
        boolean plain = reply.header("Content-Type").orElse("").startsWith("text/plain");
        Verdict verdict = Classifier.classify(reply.text());
        if (plain && reply.status() == 404 && verdict.kind() == ErrorKind.UNSUPPORTED) {
            throw new UnsupportedException(reply.refusal(reply.text().strip(), verdict.remedy()));
        }
        if (plain && reply.status() == 400 && verdict.kind() == ErrorKind.BAD_JSON) {
            throw new InvalidRequestException(reply.refusal(reply.text().strip(), verdict.remedy()));
        }
        throw new Undecodable("not a syncer's answer");
    }

    private static RejectedException refused(Reply reply, Envelope envelope) {
        Verdict verdict = Classifier.classify(envelope.errorMessage());
        Refusal refusal = reply.refusal(
                envelope.errorMessage().isEmpty() ? "no reason given" : envelope.errorMessage(), verdict.remedy());
        return switch (verdict.kind()) {
            case NOT_FOUND, MAYBE_NOT_FOUND -> new NotFoundException(refusal);
            case ALREADY_EXISTS -> new AlreadyExistsException(refusal);
            case INVALID_REQUEST, BAD_JSON -> new InvalidRequestException(refusal);
            case PRECONDITION -> new PreconditionException(refusal);
            case CLUSTER_UNREACHABLE, METADATA_STORE -> new UpstreamFailedException(refusal);
            case PARTIAL_FAILURE -> new PartialFailureException(refusal);
            case CONFLICT -> new ConflictException(refusal);
            case UNSUPPORTED -> new UnsupportedException(refusal);
            case UNKNOWN -> new RejectedException(refusal);
        };
    }
}
