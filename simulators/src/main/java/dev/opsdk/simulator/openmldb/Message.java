package dev.opsdk.simulator.openmldb;

import java.util.List;

/** A request message: its full name and its fields in the order of their numbers. */
record Message(String fullName, List<Field> fields) {

    static Message of(String fullName, Field... fields) {
        return new Message(fullName, List.of(fields));
    }

    String simpleName() {
        return fullName.substring(fullName.lastIndexOf('.') + 1);
    }

    boolean hasRequired() {
        return fields.stream().anyMatch(Field::required);
    }
}
