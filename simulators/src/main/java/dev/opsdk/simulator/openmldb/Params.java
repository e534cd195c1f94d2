package dev.opsdk.simulator.openmldb;

import java.util.List;
import java.util.Map;

/** What a request said: only fields that were there and of their type. */
record Params(Map<String, Object> values) {

    boolean has(String field) {
        return values.containsKey(field);
    }

    /** The text, empty when absent as in protobuf. */
    String text(String field) {
        return values.getOrDefault(field, "") instanceof String text ? text : "";
    }

    long number(String field) {
        return values.getOrDefault(field, 0L) instanceof Long number ? number : 0;
    }

    boolean flag(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    /** A nested message, empty when absent. */
    Params message(String field) {
        return values.get(field) instanceof Params nested ? nested : new Params(Map.of());
    }

    List<Long> numbers(String field) {
        return items(field).stream().map(Long.class::cast).toList();
    }

    List<Params> messages(String field) {
        return items(field).stream().map(Params.class::cast).toList();
    }

    private List<?> items(String field) {
        return values.get(field) instanceof List<?> list ? list : List.of();
    }
}
