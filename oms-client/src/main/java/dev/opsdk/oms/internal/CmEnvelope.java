package dev.opsdk.oms.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.internal.Json;
import dev.opsdk.oms.model.CmErrorCode;
import dev.opsdk.oms.model.ErrorDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all replies have in common. Generation 2 documents {@code errCode}, {@code errMsg}, {@code errorDetail} and
 * {@code retryable}; where a refusal of generation 1 says its reason is not documented, so the names of the whole family are tried.
 *
 * @param success whether the server says that it worked, which is no proof that it did
 * @param fields all other fields
 */
record CmEnvelope(boolean success, ObjectNode fields) {
    private static final List<String> MESSAGES =
            List.of("errMsg", "errorMsg", "errMessage", "message", "msg", "error", "reason");

    /**
     * Opens a reply, and takes its tree over.
     *
     * @throws Json.Undecodable if it is no reply of this server; says whose it is, if that can be told
     */
    static CmEnvelope open(JsonNode reply) throws Json.Undecodable {
        if (!(reply instanceof ObjectNode object)) {
            throw new Json.Undecodable(
                    "a JSON " + reply.getNodeType() + " where the cluster manager's reply was expected");
        }
        JsonNode flag = object.path("isSuccess");
        boolean spelled = flag.isTextual() && flag.textValue().matches("(?i)true|false");
        if (!flag.isBoolean() && !spelled) {
            throw new Json.Undecodable(stranger(object));
        }
        object.remove("isSuccess");
        return new CmEnvelope(flag.asBoolean() || "true".equalsIgnoreCase(flag.textValue()), object);
    }

    private static String stranger(ObjectNode object) {
        if (object.path("success").isBoolean()) {
            return "the answer of the OMS console (port 8089), not of the cluster manager (port 8088)";
        }
        if (object.path("status").asText().equals("ok") || object.has("resultData")) {
            return "the answer of a supervisor (port 9000), not of the cluster manager (port 8088)";
        }
        return "no boolean 'isSuccess', so this is no reply of the cluster manager";
    }

    Optional<ErrorDetail> detail() {
        return Optional.ofNullable(fields.get("errorDetail"))
                .filter(JsonNode::isObject)
                .map(ErrorDetail::of);
    }

    /** The code, wherever it stands. */
    Optional<CmErrorCode> code() {
        return text("errCode")
                .or(() -> detail().flatMap(ErrorDetail::code))
                .map(CmErrorCode::of)
                .filter(code -> code.known().isPresent() || code.code().contains("-"))
                .or(() -> CmErrorCode.in(reason()));
    }

    /** The server's words about a refusal. */
    String message() {
        Optional<String> code = text("errCode").or(() -> code().map(CmErrorCode::code));
        String reason = reason();
        String message = code.filter(word -> !reason.contains(word))
                .map(word -> word + ": " + reason)
                .orElse(reason);
        Optional<String> why = detail().flatMap(ErrorDetail::reason).filter(text -> !message.contains(text));
        return message + why.map(text -> "; " + text).orElse("");
    }

    private String reason() {
        return MESSAGES.stream()
                .map(this::text)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> detail().flatMap(ErrorDetail::message))
                .or(() -> detail().flatMap(ErrorDetail::reason))
                .or(() -> text("errorDetail"))
                .orElseGet(
                        () -> "no reason given" + (fields.isEmpty() ? "" : " (fields of the reply: " + names() + ")"));
    }

    /** Whether the server itself says that a repetition may help. */
    boolean retryable() {
        return fields.path("retryable").asBoolean();
    }

    private Optional<String> text(String name) {
        JsonNode value = fields.path(name);
        return value.isTextual() || value.isNumber()
                ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        fields.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Success and names of fields: a writer's detail holds passwords in clear. */
    @Override
    public String toString() {
        return "CmEnvelope[success=" + success + ", fields=" + names() + "]";
    }
}
