package dev.opsdk.oms.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.Redaction;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code errorDetail} of a refusal. Its fields are documented for the cloud's API, in upper case there, and observed in lower case
 * between components; both are read.
 *
 * @param code the code, such as {@code CM-RESOIE000201}, or a bare number
 * @param level such as {@code FATAL}
 * @param message what failed
 * @param reason why
 * @param proposal what to do, in the server's words
 * @param raw all of it, unmasked
 */
public record ErrorDetail(
        Optional<String> code,
        Optional<String> level,
        Optional<String> message,
        Optional<String> reason,
        Optional<String> proposal,
        @JsonIgnore JsonNode raw) {

    /**
     * Reads what it can.
     *
     * @param raw any JSON
     * @return the detail; all fields empty if it is no object
     */
    public static ErrorDetail of(JsonNode raw) {
        return new ErrorDetail(
                text(raw, "code", "Code"),
                text(raw, "level", "Level"),
                text(raw, "message", "Message"),
                text(raw, "reason", "Reason"),
                text(raw, "proposal", "Proposal"),
                raw);
    }

    private static Optional<String> text(JsonNode raw, String... names) {
        return Stream.of(names)
                .map(raw::path)
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(JsonNode::asText)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Code, message and reason, secrets masked. */
    @Override
    public String toString() {
        return Redaction.mask(Stream.of(level, code, message, reason)
                .flatMap(Optional::stream)
                .reduce((left, right) -> left + ": " + right)
                .orElse("no detail"));
    }
}
