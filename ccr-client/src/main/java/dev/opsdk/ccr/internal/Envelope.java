package dev.opsdk.ccr.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.internal.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What all replies but those of {@code /version}, {@code /metrics} and {@code /view} have in common. A failure has HTTP status
 * 200 too, and then the other fields are zeros that look like values, so {@link #success()} comes before anything else.
 *
 * @param success whether the server says that it worked
 * @param errorMessage the server's words; empty on success, and when it gave none
 * @param fields all other fields
 */
public record Envelope(boolean success, String errorMessage, ObjectNode fields) {
    static final Set<String> NAMES = Set.of("success", "error_msg");

    /** Whether these fields of an envelope are those of a success without a word more. */
    static boolean isSuccess(ObjectNode own) {
        return own.size() == 1
                && own.path("success").isBoolean()
                && own.path("success").booleanValue();
    }

    /**
     * Opens a reply, and takes its tree over.
     *
     * @param reply the whole reply
     * @return its envelope
     * @throws Json.Undecodable if it has no boolean {@code success}, so is no reply of this server
     */
    public static Envelope open(JsonNode reply) throws Json.Undecodable {
        if (!(reply instanceof ObjectNode object)) {
            throw new Json.Undecodable("a JSON " + reply.getNodeType() + " where the syncer's reply was expected");
        }
        if (!object.path("success").isBoolean()) {
            throw new Json.Undecodable("no boolean 'success', so this is no reply of the syncer");
        }
        boolean success = object.remove("success").booleanValue();
        JsonNode message = object.remove("error_msg");
        if (message != null && !message.isNull() && !message.isTextual()) {
            throw new Json.Undecodable("at error_msg: expected a text");
        }
        return new Envelope(success, message == null || message.isNull() ? "" : message.textValue(), object);
    }

    /**
     * Opens the answer of {@code /view?type=json}. When one job cannot be shown, or the type is not known, the server answers
     * with a bare sentence and status 200; that is read as a failure with that sentence.
     *
     * @param body the body
     * @return its envelope
     * @throws Json.Undecodable if it is neither a sentence nor JSON: a quote in a job's name or in a reason spoils it
     */
    public static Envelope openView(byte[] body) throws Json.Undecodable {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (text.isEmpty() || text.startsWith("<")) {
            throw new Json.Undecodable(text.isEmpty() ? "an empty view" : "a page where JSON was expected");
        }
        if (!text.startsWith("{")) {
            return new Envelope(false, text, Json.wire().createObjectNode());
        }
        try {
            return open(Json.tree(body));
        } catch (Json.Undecodable e) {
            throw new Json.Undecodable(
                    "the view is broken, as it is when a job's name or a full sync's reason holds a quote; use"
                            + " list_jobs and job_detail instead (" + e.getMessage() + ")");
        }
    }

    /** Success, words and names of fields: a job's detail holds passwords in clear. */
    @Override
    public String toString() {
        List<String> names = new ArrayList<>();
        fields.fieldNames().forEachRemaining(names::add);
        return "Envelope[success=" + success + ", errorMessage=" + errorMessage + ", fields=" + names + "]";
    }
}
