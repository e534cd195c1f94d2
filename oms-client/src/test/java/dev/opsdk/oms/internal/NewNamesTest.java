package dev.opsdk.oms.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.oms.model.WriterName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewNamesTest {
    private static final WriterName OLD = WriterName.of("10.0.0.1-9000:a:0000000001");

    private static Optional<WriterName> found(String said) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode().put("applier", said);
        return NewNames.in(reply, OLD, WriterName::of, List.of("applier")).newName();
    }

    @Test
    void theNameThatTheServerGaveIsTaken() {
        assertThat(found("10.0.0.2-9000:a:0000000002")).contains(WriterName.of("10.0.0.2-9000:a:0000000002"));
    }

    /** The migration is done whatever its reply says: what nobody can be called is no reason to fail. */
    @ParameterizedTest
    @ValueSource(strings = {"a\u007fb:1", "\u007fa:1", "a\u0085:b:1", "a\u0000b:1"})
    void whatHoldsControlCharactersIsNoName(String said) {
        assertThat(found(said)).isEmpty();
    }
}
