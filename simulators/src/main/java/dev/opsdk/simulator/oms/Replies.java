package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.JsonWriter;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of CM's own answers, all with status 200. */
final class Replies {

    private final OmsSettings settings;

    Replies(OmsSettings settings) {
        this.settings = settings;
    }

    /** First generation: {@code isSuccess} and nothing else. */
    SimResponse done() {
        return first(Map.of());
    }

    /** First generation: one field next to {@code isSuccess}. */
    SimResponse done(String field, @Nullable Object value) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put(field, value);
        return first(body);
    }

    private SimResponse first(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>(fields);
        body.put("isSuccess", true);
        return json(body, Outcome.EXECUTED);
    }

    /** A detail call about a name that does not exist. */
    SimResponse unknown(String field, String name) throws Refusal {
        return switch (settings.unknownName) {
            case NULL -> done(field, null);
            case MISSING -> done();
            case REJECTED -> throw Refusal.noSuch(field, name);
        };
    }

    /** Second generation: the envelope. */
    SimResponse envelope(@Nullable Object result) {
        return json(envelope(null, result), Outcome.EXECUTED);
    }

    SimResponse refused(Refusal why, boolean secondGeneration) {
        if (secondGeneration || settings.legacyFailureField.isEmpty()) {
            return json(envelope(why, null), Outcome.REFUSED);
        }
        return legacy(settings.legacyFailureField, why.text());
    }

    SimResponse legacy(String field, String text) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put(field, text);
        body.put("isSuccess", false);
        return json(body, Outcome.REFUSED);
    }

    SimResponse json(Map<String, @Nullable Object> body, Outcome outcome) {
        return SimResponse.text(200, settings.contentType, JsonWriter.write(body), outcome);
    }

    private static Map<String, @Nullable Object> envelope(@Nullable Refusal why, @Nullable Object result) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("errCode", why == null ? null : why.code());
        body.put("errMsg", why == null ? null : why.text());
        body.put("errorDetail", why == null ? null : why.detail());
        body.put("isSuccess", why == null);
        body.put("result", result);
        body.put("retryable", why == null ? null : why.retryable());
        return body;
    }
}
