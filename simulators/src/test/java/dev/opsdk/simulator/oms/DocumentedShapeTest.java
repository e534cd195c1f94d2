package dev.opsdk.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The samples of the vendor's documentation: same fields, same order, same types. */
class DocumentedShapeTest extends OmsTest {

    @Test
    void aStoreLooksLikeTheDocumentedSample() throws IOException {
        OmsSimulator sim = start();
        String name = sim.chain("p_orders").store().name();
        JsonNode real = CmWire.json(new CmWire(sim).get("/crawler/detail", "filters", "", "crawler", name));
        assertThat(shape("", real)).isEqualTo(shape("", sample("store-detail")));
    }

    @Test
    void aWriterLooksLikeTheDocumentedSample() throws IOException {
        OmsSimulator sim = start();
        String name = sim.chain("p_orders").writer().name();
        JsonNode real = CmWire.json(new CmWire(sim).get("/JDBCWriter/detail", "writerName", name));
        assertThat(shape("", real)).isEqualTo(shape("", sample("writer-detail")));
    }

    @Test
    void aWritersConfigurationHasTheDocumentedKeys() throws IOException {
        OmsSimulator sim = start();
        String sample = sample("writer-detail").get("replicator").get("cfg").asText();
        String real = writerDetail(new CmWire(sim), sim.chain("p_orders").writer())
                .get("cfg")
                .asText();
        assertThat(keys(real)).isEqualTo(keys(sample));
    }

    private static List<String> keys(String ini) {
        return ini.lines().map(line -> line.split("=", 2)[0]).toList();
    }

    private static JsonNode sample(String name) throws IOException {
        try (InputStream in = DocumentedShapeTest.class.getResourceAsStream("/oms/" + name + ".json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        }
    }

    private static List<String> shape(String path, JsonNode node) {
        List<String> all = new ArrayList<>();
        all.add(path + " " + node.getNodeType());
        node.properties().forEach(field -> all.addAll(shape(path + "/" + field.getKey(), field.getValue())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all.addAll(shape(path + "/" + i, node.get(i)));
        }
        return all;
    }
}
