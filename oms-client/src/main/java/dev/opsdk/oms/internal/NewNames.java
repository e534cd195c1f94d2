package dev.opsdk.oms.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.oms.model.ComponentName;
import dev.opsdk.oms.model.MigrationReply;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the name of the component that a migration made. Generation 1 does not document where it stands, so some fields are
 * searched; what is no name, is the old one again, or contradicts itself is not taken.
 */
final class NewNames {
    /** With a colon and digits at its end, and nothing that {@link ComponentName} refuses: the migration is done whatever stands here. */
    private static final Pattern NAME = Pattern.compile("[^\\s:\\p{Cc}][^\\s\\p{Cc}]*:\\d+");

    private static final List<String> INSIDE = List.of("name", "taskName", "applier");

    private NewNames() {}

    static <N extends ComponentName> MigrationReply<N> in(
            ObjectNode reply, N old, Function<String, N> name, List<String> fields) {
        Set<String> found = new LinkedHashSet<>();
        fields.stream()
                .map(reply::path)
                .flatMap(NewNames::texts)
                .map(String::strip)
                .filter(text -> NAME.matcher(text).matches() && !text.equals(old.text()))
                .forEach(found::add);
        Optional<N> only =
                found.size() == 1 ? Optional.of(name.apply(found.iterator().next())) : Optional.empty();
        return new MigrationReply<>(old, only, MaskedJson.of(reply));
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isObject()
                ? INSIDE.stream().map(node::path).filter(JsonNode::isTextual).map(JsonNode::textValue)
                : Stream.of(node).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
