package dev.opsdk.simulator.openmldb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a request message.
 *
 * @param names of an enum, in the order of their numbers from {@code first}
 * @param message the type of a nested message
 */
record Field(
        String name,
        FieldType type,
        boolean required,
        boolean repeated,
        int first,
        List<String> names,
        @Nullable Message message) {

    static Field required(String name, FieldType type) {
        return new Field(name, type, true, false, 0, List.of(), null);
    }

    static Field optional(String name, FieldType type) {
        return new Field(name, type, false, false, 0, List.of(), null);
    }

    static Field repeated(String name, FieldType type) {
        return new Field(name, type, false, true, 0, List.of(), null);
    }

    static Field optionalEnum(String name, int first, String... names) {
        return new Field(name, FieldType.ENUM, false, false, first, List.of(names), null);
    }

    static Field nested(String name, Message message) {
        return new Field(name, FieldType.MESSAGE, false, false, 0, List.of(), message);
    }

    Field asRequired() {
        return new Field(name, type, true, false, first, names, message);
    }

    Field asRepeated() {
        return new Field(name, type, false, true, first, names, message);
    }
}
