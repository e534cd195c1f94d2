package dev.opsdk.oms.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.internal.Json.Undecodable;
import dev.opsdk.core.internal.OnePass;
import dev.opsdk.core.internal.Reply;
import dev.opsdk.core.internal.ReplyReader;
import dev.opsdk.oms.model.Observed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** From an answer to a value or the exception that it means. The envelope is asked first: failures have 200. */
final class Readers {
    /** What makes a value of the fields of a success. */
    @FunctionalInterface
    interface Decoder<T> {
        T decode(ObjectNode fields) throws Undecodable;
    }

    private Readers() {}

    /** For calls whose answer has an envelope. */
    static <T> ReplyReader<T> enveloped(Decoder<T> decoder) {
        return reply -> decoder.decode(opened(reply));
    }

    /** For mutations whose answer says nothing but yes. */
    static ReplyReader<Boolean> acknowledged() {
        return enveloped(fields -> true);
    }

    /** For the detail of one component, with the server's time. */
    static <T> ReplyReader<Observed<T>> observed(String field, Class<T> type, TimeSource time) {
        return reply -> {
            Optional<T> quick = quick(reply, field, type);
            if (quick.isPresent()) {
                return new Observed<>(quick.get(), date(reply), time.now());
            }
            JsonNode detail = opened(reply).path(field);
            if (detail.isMissingNode() || detail.isNull()) {
                throw Refusals.notFound(reply, field);
            }
            T value = Json.decode(detail, type, field);
            return new Observed<>(value, date(reply), time.now());
        };
    }

    /** A success as it should be; anything else is read again, slowly, to say what it is. */
    private static <T> Optional<T> quick(Reply reply, String field, Class<T> type) throws Undecodable {
        Optional<OnePass<T>> read = reply.status() / 100 == 2 ? OnePass.one(reply, field, type) : Optional.empty();
        return read.isPresent()
                        && read.get().envelope().path("isSuccess").isBoolean()
                        && CmEnvelope.open(read.get().envelope()).success()
                ? read.get().value()
                : Optional.empty();
    }

    /** For calls that answer with bare text or a page. */
    static ReplyReader<String> text() {
        return reply -> {
            routed(reply);
            if (reply.status() != 200) {
                throw new Undecodable("not the cluster manager's answer");
            }
            return reply.text();
        };
    }

    private static ObjectNode opened(Reply reply) throws Undecodable {
        CmEnvelope envelope;
        try {
            envelope = CmEnvelope.open(Json.tree(reply.body()));
        } catch (Undecodable e) {
            routed(reply);
            throw reply.text().stripLeading().startsWith("<")
                    ? new Undecodable("a page where JSON was expected; is this the cluster manager (port 8088)?")
                    : e;
        }
        if (!envelope.success()) {
            throw Refusals.of(reply, envelope);
        }
        if (reply.status() / 100 != 2) {
            throw new Undecodable("a success with that status");
        }
        return envelope.fields();
    }

    private static void routed(Reply reply) {
        if (reply.status() == 404 || reply.status() == 405) {
            throw Refusals.noSuchRoute(reply);
        }
    }

    private static Optional<Instant> date(Reply reply) {
        return reply.header("Date").flatMap(Readers::date);
    }

    static Optional<Instant> date(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // a clock that is not understood is none
        }
    }
}
