package dev.opsdk.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.internal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What may become of a damaged JSON object that is decoded into a model: nothing that the model does not know is lost. */
public final class ModelFuzz {
    private static final String UNKNOWN = "zq7Unknown";

    private ModelFuzz() {}

    /**
     * Decodes a model from damaged JSON, with a field more that no server sends yet.
     *
     * @param model the model, which keeps unknown fields
     * @param cases how many in the normal build
     * @param seeds objects that decode
     */
    public static void of(Class<?> model, int cases, List<String> seeds) {
        Fuzz.run("model " + model.getSimpleName(), cases, random -> {
            byte[] text = Hostile.json(Hostile.oneOf(seeds, random), random);
            try {
                decoded(model, text, random);
            } catch (Json.Undecodable e) {
                assertThat(PlantedSecrets.everythingSaidBy(e)).doesNotContain(Hostile.MARKER, "Immutable");
            } catch (Throwable e) {
                throw new AssertionError(e.getMessage() + "\ninput: " + Fuzz.shown(text), e);
            }
        });
    }

    private static void decoded(Class<?> model, byte[] text, Random random) throws Json.Undecodable {
        JsonNode tree = Json.tree(text);
        if (tree instanceof ObjectNode object) {
            object.set(UNKNOWN, object.numberNode(random.nextInt()));
        }
        Object value = Json.decode(tree, model, "model");
        List<Object> same = new ArrayList<>(List.of(value));
        assertThat(same).contains(value);
        assertThat(value.hashCode()).isEqualTo(value.hashCode());
        assertThat(value.toString()).isNotNull();
        if (tree.isObject()) {
            JsonNode again;
            try {
                again = Json.wire().valueToTree(value);
            } catch (IllegalArgumentException e) {
                return; // writing is strict: what a server would refuse may be read, and is not written
            }
            assertThat(again.get(UNKNOWN)).as("the unknown field").isEqualTo(tree.get(UNKNOWN));
        }
    }
}
