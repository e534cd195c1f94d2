package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.opsdk.bizconnector.model.JsonScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was entered into a form field: a text, a number, a boolean, or the chosen options. Dates are texts. */
public final class FormFieldResponse {
    private final JsonNode node;

    private FormFieldResponse(JsonNode node) {
        this.node = node;
    }

    /**
     * A text, a number or a boolean.
     *
     * @param value what was entered
     * @return the response
     */
    public static FormFieldResponse of(JsonScalar value) {
        return new FormFieldResponse(value.json());
    }

    /**
     * A text, a date or an option.
     *
     * @param value what was entered
     * @return the response
     */
    public static FormFieldResponse of(String value) {
        return of(JsonScalar.of(value));
    }

    /**
     * Options.
     *
     * @param values what was chosen
     * @return the response
     */
    public static FormFieldResponse of(List<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return new FormFieldResponse(array);
    }

    @JsonCreator
    static FormFieldResponse of(JsonNode node) {
        return new FormFieldResponse(node);
    }

    /** {@return it as JSON} */
    @JsonValue
    public JsonNode json() {
        return node.deepCopy();
    }

    /** {@return the text, number or boolean as text; empty for options} */
    public Optional<String> text() {
        return node.isValueNode() ? Optional.of(node.asText()) : Optional.empty();
    }

    /** {@return the chosen options; empty for anything else} */
    public List<String> options() {
        List<String> options = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(option -> options.add(option.asText()));
        }
        return List.copyOf(options);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormFieldResponse that && node.equals(that.node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    /** What was entered. */
    @Override
    public String toString() {
        return text().orElseGet(() -> options().toString());
    }
}
