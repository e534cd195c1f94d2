package dev.opsdk.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.simulator.Outcome;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest extends OmsTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /connector/task/startByName, GET",
        "POST, /connector/task/stopByName, GET",
        "POST, /connector/task/updateByName, GET",
        "GET, /connector/task/migrate, POST",
        "POST, /applier/stop, GET",
        "POST, /applier/start, GET",
        "POST, /applier/clean, GET",
        "POST, /applier/migrate, GET",
        "POST, /applier/update, PUT",
        "GET, /JDBCWriter/detail, POST",
        "POST, /checker/start, GET",
        "POST, /checker/update, GET",
        "POST, /checker/stop, GET",
        "POST, /crawler/clear, GET",
        "POST, /crawler/restore, PUT",
        "GET, /crawler/detail, POST",
        "POST, /crawler/destroy, GET",
        "POST, /connector/task/v2/resume, GET",
        "POST, /connector/task/v2/stop, GET",
        "POST, /connector/task/v2/update, GET",
        "POST, /connector/task/v2/migrate, GET",
        "POST, /connector/task/v2/delete, GET"
    })
    void everyOperationHasItsMethodAndRefusesAnotherWithAPage(String right, String path, String wrong) {
        OmsSimulator sim = start();
        CmWire wire = new CmWire(sim);
        assertRefused(wire.raw(right, path, "", ""));
        HttpResponse<String> page = wire.raw(wrong, path, "", "");
        assertThat(page.statusCode()).isEqualTo(405);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Allow").orElseThrow()).contains(right);
        assertThat(page.body()).contains("HTTP ERROR 405 Method Not Allowed", "<td>" + path + "</td>");
        assertThat(sim.journal().executed(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/connector/task/startByName",
                "/connector/task/migrate",
                "/applier/stop",
                "/JDBCWriter/detail",
                "/nope"
            })
    void theSecondGenerationAloneDoesNotKnowTheFirst(String path) {
        CmWire wire = new CmWire(start(OmsSimulator.builder().generation(OmsGeneration.GEN2)));
        HttpResponse<String> page = wire.get(path);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("HTTP ERROR 404 Not Found", "Powered by Jetty");
        assertThat(wire.postQuery("/connector/task/v2/stop").statusCode()).isEqualTo(200);
        assertThat(wire.get("/crawler/detail").statusCode()).isEqualTo(200);
    }

    @Test
    void theFirstGenerationDoesNotKnowTheSecond() {
        CmWire wire = new CmWire(start(OmsSimulator.builder().generation(OmsGeneration.GEN1)));
        for (String verb : new String[] {"resume", "stop", "update", "migrate", "delete", "batchDetail"}) {
            assertThat(wire.postQuery("/connector/task/v2/" + verb).statusCode())
                    .as(verb)
                    .isEqualTo(404);
        }
        assertThat(wire.postQuery("/connector/task/stopByName").statusCode()).isEqualTo(200);
    }

    @Test
    void aParameterInTheWrongPlaceIsMissing() {
        OmsSimulator sim = start();
        OmsChain chain = sim.chain("p_orders");
        CmWire wire = new CmWire(sim);
        String writer = chain.writer().name();
        String connector = chain.connector().name();
        HttpResponse<String> inQuery = wire.postQuery("/applier/stop", "applierName", writer);
        assertThat(assertRefused(inQuery).get("errMsg").asText()).isEqualTo("parameter [applierName] is required");
        assertRefused(wire.form("/connector/task/stopByName", "taskName", connector));
        assertRefused(wire.form("/connector/task/v2/stop", "taskName", connector));
        assertRefused(wire.postQuery("/connector/task/updateByName", "taskName", connector));
        assertRefused(wire.postQuery("/crawler/clear", "crawler", chain.store().name()));
        assertRefused(wire.raw("POST", "/applier/stop", "text/plain", CmWire.encoded("applierName", writer)));
        assertThat(chain.writer().isRunning()).isTrue();
        assertThat(chain.connector().isRunning()).isTrue();
        assertThat(chain.store().isRunning()).isTrue();
        assertThat(sim.journal().last("/applier/stop").orElseThrow().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void theOtherNameOfAWriterIsNoName() {
        OmsSimulator sim = start();
        String writer = sim.chain("p_orders").writer().name();
        CmWire wire = new CmWire(sim);
        assertRefused(wire.form("/applier/stop", "writerName", writer));
        assertRefused(wire.get("/JDBCWriter/detail", "applierName", writer));
    }

    @Test
    void aBrokenPercentEncodingIsAPage() {
        CmWire wire = new CmWire(start());
        assertThat(wire.raw("POST", "/applier/stop", "application/x-www-form-urlencoded", "applierName=%4")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void thereAreThingsToPing() {
        CmWire wire = new CmWire(start());
        assertThat(wire.get("/").statusCode()).isEqualTo(200);
        assertThat(wire.get("/metrics/ping").body()).isEqualTo("pong\n");
    }

    @Test
    void unknownNamesOfMutationsAreRefused() {
        CmWire wire = new CmWire(start());
        assertRefused(wire.form("/applier/stop", "applierName", "nope"));
        assertRefused(wire.form("/crawler/clear", "crawler", "nope"));
        assertRefused(wire.postQuery("/connector/task/stopByName", "taskName", "nope"));
        assertRefused(wire.form("/checker/stop", "task.id", "1", "task.type", "migrate"));
        assertThat(wire.postQuery("/connector/task/v2/stop", "taskName", "nope").body())
                .isEqualTo("{\"errCode\":null,\"errMsg\":\"connector [nope] does not exist\",\"errorDetail\":null,"
                        + "\"isSuccess\":false,\"result\":null,\"retryable\":null}");
    }

    @Test
    void contentTypeCanBeAnother() {
        CmWire wire = new CmWire(start(OmsSimulator.builder().contentType("text/plain")));
        assertThat(wire.form("/applier/stop", "applierName", "nope").headers().firstValue("Content-Type"))
                .hasValue("text/plain");
    }
}
