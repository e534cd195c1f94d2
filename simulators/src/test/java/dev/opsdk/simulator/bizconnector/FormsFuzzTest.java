package dev.opsdk.simulator.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.simulator.Damage;
import dev.opsdk.simulator.SimRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller of the connector writes, beside JSON: forms, parameters and queries. */
class FormsFuzzTest {
    private static final String TYPE = "multipart/form-data; boundary=\"b1\"";
    private static final String FORM = String.join(
            "\r\n",
            "--b1",
            "Content-Disposition: form-data; name=\"title\"",
            "",
            "a",
            "--b1",
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"",
            "Content-Type: text/plain",
            "",
            "hello",
            "--b1",
            "Content-Disposition: form-data; name=\"tags[]\"",
            "",
            "t",
            "--b1--",
            "");

    @Test
    void forms() {
        Damage.tried("simulators' forms", 1_000, List.of(FORM), List.of(Refusal.class), body -> looked(TYPE, body));
    }

    @Test
    void typesOfForms() {
        Damage.tried("simulators' types of forms", 1_000, List.of(TYPE), List.of(Refusal.class), type -> {
            looked(type, FORM);
        });
    }

    private static void looked(String type, String body) throws Refusal {
        Multipart form = Multipart.read(type, body);
        assertThat(form.file()).isNotNull();
        assertThat(form.filename() + form.mimetype() + form.field("title")).isNotNull();
        assertThat(form.list("tags")).isNotNull();
    }

    @Test
    void queriesForAttributes() {
        Damage.tried(
                "simulators' IQL",
                1_000,
                List.of("(GivenName && #a) || !(Surname || #b:c)", "GivenName"),
                List.of(Refusal.class),
                text -> assertThat(Iql.parse(text)).isNotNull());
    }

    /** Found by the above: the stack was not deep enough. */
    @ParameterizedTest
    @ValueSource(strings = {"(", "!", "a||", "a&&"})
    void aQueryOfTooManyTermsIsRefused(String again) {
        assertThatThrownBy(() -> Iql.parse(again.repeat(100_000) + "a")).isInstanceOf(Refusal.class);
    }

    @Test
    void pathsAndParameters() {
        Damage.tried(
                "simulators' parameters",
                1_000,
                List.of("/api/core/v1/Files?title=a%20b&title=c&createdAt=%3E2020", "/api/core/v1/Files/FIL1?x"),
                List.of(Refusal.class),
                target -> {
                    SimRequest request =
                            new SimRequest("GET", target, new TreeMap<>(Map.of("Accept", List.of("*/*"))), "");
                    assertThat(Route.segmentsOf(request.path())).isNotNull();
                    assertThat(Call.decoded(request.query())).isNotNull();
                });
    }
}
