package dev.opsdk.oms.model;

import java.util.Optional;
import java.util.OptionalInt;

/** Region codes: a text of digits on the wire. */
final class Locations {
    private Locations() {}

    static OptionalInt code(Optional<String> location) {
        return location.map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElse(OptionalInt.empty());
    }
}
