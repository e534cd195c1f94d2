package dev.opsdk.core.testkit;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.call.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One call of a client, to be made against every fault.
 *
 * @param name the operation, for the test's name
 * @param effect what the call does
 * @param call makes a client, makes the call, and closes the client
 * @param properAnswer a JSON answer that this call would take, or empty when the test does not say
 * @param preludes paths the client has to read first, with their answers
 * @param secrets literals that stand in the request and must stand in no message
 */
public record Probe(
        String name,
        Effect effect,
        Call call,
        String properAnswer,
        Map<String, Answer> preludes,
        List<String> secrets) {

    /** Makes the call; use {@link FaultKit#quick} on the client's builder. */
    @FunctionalInterface
    public interface Call {
        /**
         * Makes a client for the server, makes the call, closes the client.
         *
         * @param url where the server is
         */
        void at(BaseUrl url);
    }

    /** A call that changes nothing. */
    public static Probe read(String name, Call call) {
        return new Probe(name, Effect.READ, call, "", Map.of(), List.of());
    }

    /** A call that changes something. */
    public static Probe mutation(String name, Call call) {
        return new Probe(name, Effect.MUTATION, call, "", Map.of(), List.of());
    }

    /** With an answer that the call would take: then {@link Fault#WRONG_CONTENT_TYPE} is answered with it. */
    public Probe answering(String json) {
        return new Probe(name, effect, call, json, preludes, secrets);
    }

    /** With a path that the client reads before the call itself; it is answered properly and not counted. */
    public Probe after(String path, Answer answer) {
        Map<String, Answer> more = new LinkedHashMap<>(preludes);
        more.put(path, answer);
        return new Probe(name, effect, call, properAnswer, more, secrets);
    }

    /** With a literal of the request that must stand in no message. */
    public Probe hiding(String secret) {
        return new Probe(
                name,
                effect,
                call,
                properAnswer,
                preludes,
                Stream.concat(secrets.stream(), Stream.of(secret)).toList());
    }
}
