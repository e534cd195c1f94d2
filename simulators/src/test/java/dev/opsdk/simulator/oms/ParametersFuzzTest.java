package dev.opsdk.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.simulator.Damage;
import dev.opsdk.simulator.SimRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParametersFuzzTest {
    private static final Route QUERY = Route.postQuery(call -> null);
    private static final Route FORM = Route.postForm(call -> null);
    private static final List<String> SEEDS =
            List.of("applierName=10.0.0.1-9000%3Aa%3A1&force=true", "a=b&c=%C3%A4+x&a=d");

    @Test
    void ofTheQuery() {
        tried("simulators' OMS query", text -> new Call(request("?" + text, ""), QUERY, Optional.empty()));
    }

    @Test
    void ofTheForm() {
        tried("simulators' OMS form", text -> new Call(request("", text), FORM, Optional.empty()));
    }

    @Test
    void configurationTexts() {
        Damage.tried("simulators' ini", 1_000, List.of("[JDBCWriter]\na=b\nc = d\n"), List.of(), text -> {
            IniText ini = IniText.of(text);
            assertThat(IniText.of(ini.text()).text()).isEqualTo(ini.text());
        });
    }

    private interface Made {
        Call of(String text);
    }

    /** Its routes answer what cannot be decoded with an error of theirs. */
    private static void tried(String name, Made made) {
        Damage.tried(name, 1_000, SEEDS, List.of(IllegalArgumentException.class, Refusal.class), text -> {
            Call call = made.of(text);
            assertThat(call.parameters()).isNotNull();
            assertThat(call.flag("force")).isIn(true, false);
            assertThat(call.required("a")).isNotEmpty();
        });
    }

    private static SimRequest request(String query, String body) {
        return new SimRequest(
                "POST",
                "/applier/stop" + query,
                Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
                body);
    }
}
