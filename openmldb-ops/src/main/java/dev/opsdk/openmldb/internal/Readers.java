package dev.opsdk.openmldb.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.internal.Json.Undecodable;
import dev.opsdk.core.internal.OnePass;
import dev.opsdk.core.internal.Reply;
import dev.opsdk.core.internal.ReplyReader;
import dev.opsdk.openmldb.model.Followers;
import dev.opsdk.openmldb.model.ReturnCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** From an answer to a value or the exception that it means. The code in the body is asked first: failures have 200. */
final class Readers {
    /** What makes a value of the fields of an answer with code 0. */
    @FunctionalInterface
    interface Decoder<T> {
        T decode(ObjectNode fields) throws Undecodable;
    }

    /** For mutations whose answer says nothing but yes. */
    static final Decoder<Boolean> ACCEPTED = fields -> true;

    private Readers() {}

    /** For methods that only the leader answers: empty when this is not the leader. */
    static <T> ReplyReader<Optional<T>> ofNameServer(Decoder<T> decoder) {
        return reply -> {
            Answer answer = open(reply);
            return answer.code().is(ReturnCode.Known.NOT_LEADER)
                    ? Optional.empty()
                    : Optional.of(decoder.decode(answer.accepted(reply)));
        };
    }

    /** For lists, which may be large, from methods that only the leader answers: without the elements that were not asked for. */
    static <T> ReplyReader<Optional<List<T>>> listOfNameServer(String field, Class<T> type, Predicate<T> wanted) {
        ReplyReader<Optional<List<T>>> slow = ofNameServer(
                fields -> list(fields, field, type).stream().filter(wanted).toList());
        return reply -> {
            Optional<List<T>> quick = reply.status() / 100 == 2
                    ? OnePass.many(reply, field, type)
                            .filter(read -> isZero(read.envelope().path("code")))
                            .flatMap(OnePass::value)
                    : Optional.empty();
            return quick.isPresent()
                    ? Optional.of(quick.get().stream().filter(wanted).toList())
                    : slow.read(reply);
        };
    }

    private static boolean isZero(JsonNode code) {
        return code.isIntegralNumber() && code.canConvertToLong() && code.longValue() == 0;
    }

    static <T> ReplyReader<Optional<T>> ofTablet(Decoder<T> decoder) {
        return reply -> Optional.of(decoder.decode(open(reply).accepted(reply)));
    }

    /** That a leader has no follower is an answer, not a failure. */
    static ReplyReader<Optional<Followers>> followers() {
        return reply -> {
            Answer answer = open(reply);
            ObjectNode fields =
                    answer.code().is(ReturnCode.Known.NO_FOLLOWER) ? answer.fields() : answer.accepted(reply);
            return Optional.of(Json.decode(fields, Followers.class, "reply"));
        };
    }

    /** For the pages of plain text. */
    static ReplyReader<Optional<String>> text() {
        return reply -> {
            Refusals.byRpc(reply);
            String text = reply.text().strip();
            boolean page = text.startsWith("<") || text.startsWith("{") || text.startsWith("[");
            if (reply.status() != 200 || text.isEmpty() || page) {
                throw new Undecodable("not the page of an OpenMLDB server");
            }
            return Optional.of(text);
        };
    }

    /** Since pairs are written as one object by the server's library, and as a list by others. */
    static Map<String, String> config(ObjectNode fields) throws Undecodable {
        JsonNode conf = fields.path("conf");
        Map<String, String> pairs = new LinkedHashMap<>();
        if (conf.isObject()) {
            conf.properties()
                    .forEach(pair -> pairs.put(pair.getKey(), pair.getValue().asText()));
        } else if (conf.isArray()) {
            conf.forEach(pair ->
                    pairs.put(pair.path("key").asText(), pair.path("value").asText()));
        } else if (!conf.isMissingNode()) {
            throw new Undecodable("at conf: neither an object nor a list of pairs");
        }
        return Map.copyOf(pairs);
    }

    /** An empty list is left out by the server. */
    static <T> List<T> list(ObjectNode fields, String field, Class<T> type) throws Undecodable {
        JsonNode array = fields.path(field);
        if (array.isMissingNode() || array.isNull()) {
            return List.of();
        }
        if (!array.isArray()) {
            throw new Undecodable("at " + field + ": not a list");
        }
        List<T> values = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            values.add(Json.decode(array.get(i), type, field + "[" + i + "]"));
        }
        return List.copyOf(values);
    }

    private record Answer(ReturnCode code, String message, ObjectNode fields) {
        ObjectNode accepted(Reply reply) {
            if (!code.is(ReturnCode.Known.OK)) {
                throw Refusals.of(reply, code, message);
            }
            return fields;
        }
    }

    private static Answer open(Reply reply) throws Undecodable {
        Refusals.byRpc(reply);
        if (!(Json.tree(reply.body()) instanceof ObjectNode fields)) {
            throw new Undecodable("no JSON object, so this is no reply of OpenMLDB");
        }
        JsonNode code = fields.remove("code");
        JsonNode message = fields.remove("msg");
        // a read whose code is left out still shows what it found; a mutation proves nothing without one
        boolean leftOut = code == null && reply.site().effect() == Effect.READ && !fields.isEmpty();
        if (!leftOut && (code == null || !code.isIntegralNumber())) {
            throw new Undecodable("no whole number 'code', so this is no reply of OpenMLDB");
        }
        if (reply.status() / 100 != 2) {
            throw new Undecodable("a JSON reply with that status");
        }
        return new Answer(
                ReturnCode.of(code == null ? 0 : code.longValue()), message == null ? "" : message.asText(), fields);
    }
}
