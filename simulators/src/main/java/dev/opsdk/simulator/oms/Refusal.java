package dev.opsdk.simulator.oms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that CM read and will not do, or could not. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String code;
    private final String text;

    Refusal(@Nullable String code, String text) {
        super(text, null, false, false);
        this.code = code;
        this.text = text;
    }

    static Refusal noSuch(String kind, String name) {
        return new Refusal(null, kind + " [" + name + "] does not exist");
    }

    static Refusal missing(String parameter) {
        return new Refusal(null, "parameter [" + parameter + "] is required");
    }

    static Refusal mustBeStopped(String kind, String name) {
        return new Refusal(null, kind + " [" + name + "] is running, stop it first");
    }

    @Nullable
    String code() {
        return code;
    }

    String text() {
        return text;
    }

    /** Only failures with a code of CM's own have a detail. */
    @Nullable
    Map<String, @Nullable Object> detail() {
        if (code == null) {
            return null;
        }
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        detail.put("code", code);
        detail.put("level", "FATAL");
        detail.put("message", text);
        detail.put("extraContext", null);
        detail.put("reason", null);
        detail.put("proposal", CmErrors.proposal(code));
        detail.put("upstreamErrorDetail", null);
        return detail;
    }

    @Nullable
    Boolean retryable() {
        return code == null ? null : Boolean.valueOf(code.equals(CmErrors.NO_RESOURCE));
    }
}
