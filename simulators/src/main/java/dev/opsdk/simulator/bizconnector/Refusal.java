package dev.opsdk.simulator.bizconnector;

/** A call that the connector answers with an error. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String text;
    private final Kind kind;
    private final String data;

    private enum Kind {
        PLAIN,
        CORE,
        UPSTREAM
    }

    private Refusal(int status, String code, String text, Kind kind, String data) {
        super(code + ": " + text, null, false, false);
        this.status = status;
        this.code = code;
        this.text = text;
        this.kind = kind;
        this.data = data;
    }

    static Refusal of(int status, String code, String text) {
        return new Refusal(status, code, text, Kind.PLAIN, "");
    }

    /** A rule of the core libraries, which put code, time and data into the text. */
    static Refusal core(String code, String text) {
        return core(code, text, "");
    }

    static Refusal core(String code, String text, String data) {
        return new Refusal(statusOf(code), code, text, Kind.CORE, data);
    }

    /** A rule of the runtime; the status follows from the code. */
    static Refusal rule(String code, String text) {
        return of(statusOf(code), code, text);
    }

    /** What the Backbone said, with its status. */
    static Refusal upstream(int status, String code, String text) {
        return new Refusal(status, code, text, Kind.UPSTREAM, "");
    }

    static Refusal invalid(String text) {
        return rule("error.runtime.validation.invalidPropertyValue", text);
    }

    static Refusal unreadable(String text) {
        return rule("error.runtime.requestDeserialization", text);
    }

    static Refusal missing(String entity) {
        return rule(
                "error.runtime.recordNotFound",
                entity + " not found. Make sure the ID exists and the record is not expired.");
    }

    static Refusal unexpected() {
        return of(500, "error.connector.unexpected", "An unexpected error occurred.");
    }

    static Refusal thrown(String text) {
        return rule("error.runtime.unknown", "An error was thrown in a UseCase: " + text);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** Without what the core libraries add. */
    String text() {
        return text;
    }

    /** As it stands in an answer. */
    String message(String now) {
        if (kind != Kind.CORE) {
            return text;
        }
        String with = data.isEmpty() ? "" : " with data \"" + data + "\"";
        return code + ": '" + text + "' at " + now + with;
    }

    private static int statusOf(String code) {
        boolean missing = code.equals("error.runtime.recordNotFound") || code.equals("error.transport.recordNotFound");
        return missing ? 404 : code.startsWith("error.platform.") ? 500 : 400;
    }

    /** Only these, and everything with status 500, leave their id in the log. */
    boolean isLogged() {
        return kind == Kind.UPSTREAM || status == 500;
    }
}
