package dev.opsdk.simulator.ccr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.Wire;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportTest extends CcrTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | EOF",
                "~  ~ | EOF",
                "{ | unexpected EOF",
                "{\"name\":\"x | unexpected EOF",
                "{\"name\" | unexpected EOF",
                "{\"name\":\"x\"  | unexpected EOF",
                "tru | unexpected EOF",
                "[1 | unexpected EOF",
                "{\"name\":- | unexpected EOF",
                "hello | invalid character 'h' looking for beginning of value",
                "name=x | invalid character 'a' in literal null (expecting 'u')",
                "{name:1} | invalid character 'n' looking for beginning of object key string",
                "{\"name\" 1} | invalid character '1' after object key",
                "{\"name\":1 2} | invalid character '2' after object key:value pair",
                "{\"name\":[1 2]} | invalid character '2' after array element",
                "{\"name\":\"\\x\"} | invalid character 'x' in string escape code",
                "{\"name\":\"\\u00g0\"} | invalid character 'g' in \\u hexadecimal character escape",
                "{\"name\":-x} | invalid character 'x' in numeric literal",
                "{\"name\":1.x} | invalid character 'x' after decimal point in numeric literal",
                "{\"name\":1ex} | invalid character 'x' in exponent of numeric literal",
                "{\"name\":\"a\tb\"} | invalid character '\\t' in string literal",
                "{\"name\":'x'} | invalid character '\\'' looking for beginning of value",
                "{\"name\":1.5e+3} | json: cannot unmarshal number into Go struct field CcrCommonRequest.name of type string",
                "{\"name\":0} | json: cannot unmarshal number into Go struct field CcrCommonRequest.name of type string",
                "{\"name\":true} | json: cannot unmarshal bool into Go struct field CcrCommonRequest.name of type string",
                "{\"name\":{}} | json: cannot unmarshal object into Go struct field CcrCommonRequest.name of type string",
                "{\"name\":[]} | json: cannot unmarshal array into Go struct field CcrCommonRequest.name of type string",
                "\"x\" | json: cannot unmarshal string into Go value of type service.CcrCommonRequest",
                "5 | json: cannot unmarshal number into Go value of type service.CcrCommonRequest",
                "{\"name\":\"a\",\"NAME\":\"nope\"} | job nope not exist",
                "{\"name\":\"n\\u006fpe\",\"x\":[1,{\"y\":false}]} junk | job nope not exist",
            })
    void bodiesAreReadAsGoReadsThem(String body, String message) {
        CcrSimulator sim = start(CcrGeneration.G4);
        HttpResponse<String> answer = wire(sim).post("/pause", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Wire.read(answer.body()).get("error_msg").asText()).isEqualTo(message);
        assertThat(sim.journal().last("/pause").orElseThrow().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void anyMethodWillDo() throws IOException {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        for (String method : new String[] {"GET", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
            assertThat(wire(sim).send(method, "/pause", Wire.named("orders")).body())
                    .as(method)
                    .isEqualTo(OK);
        }
        assertThat(sim.journal().executed("/pause")).hasSize(5);
    }

    @Test
    void htmlCharactersAreEscapedInAnswers() {
        CcrSimulator sim = start(CcrGeneration.G4);
        assertThat(wire(sim).text("/pause", "{\"name\":\"<a&b>\\u0001\\n\\\"\\\\\\u2028\"}"))
                .contains("job \\u003ca\\u0026b\\u003e\\u0001\\n\\\"\\\\\\u2028 not exist");
    }

    @Test
    void aDoubledSlashIsRedirectedToTheCleanPath() throws IOException {
        CcrSimulator sim = start(CcrGeneration.G4);
        HttpResponse<String> answer = wire(sim).send("GET", "//version", "");
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).contains("/version");
    }

    @Test
    void pathsAreExact() {
        CcrSimulator sim = start(CcrGeneration.G4);
        for (String path : new String[] {"/", "/version/", "/Version", "/job_details", "/add_host_mapping"}) {
            HttpResponse<String> answer = wire(sim).post(path, "{}");
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).isEqualTo("404 page not found\n");
        }
    }

    @Test
    void aGetThatIsRedirectedHasASmallPage() throws IOException {
        CcrSimulator sim = start(CcrSimulator.builder().nodes(2).advertise("127.0.0.1:9190", "127.0.0.1:9191"));
        new Wire(sim.urls().get(1)).post("/create_ccr", Jobs.ofDatabase("orders"));
        HttpResponse<String> answer = wire(sim).send("GET", "/job_status?a=1&b", Wire.named("orders"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("http://127.0.0.1:9191/job_status?a=1&b");
        assertThat(answer.body())
                .isEqualTo("<a href=\"http://127.0.0.1:9191/job_status?a=1&amp;b\">See Other</a>.\n\n");
        assertThat(sim.journal().last("/job_status").orElseThrow().outcome()).isEqualTo(Outcome.REDIRECTED);
    }

    @Test
    void emptyNamesAreRefusedInTwoWordings() {
        CcrSimulator sim = start(CcrGeneration.G4);
        assertThat(wire(sim).text("/pause", "{}")).contains("\"name is empty\"");
        assertThat(wire(sim).text("/force_fullsync", "{}")).contains("\"job name is empty\"");
        assertThat(wire(sim).text("/failpoint", "{}")).contains("\"job name is empty\"");
        assertThat(wire(sim).text("/failpoint", "x")).contains("invalid character");
        assertThat(wire(sim).text("/failpoint", Wire.named("nope"))).isEqualTo(OK);
    }
}
