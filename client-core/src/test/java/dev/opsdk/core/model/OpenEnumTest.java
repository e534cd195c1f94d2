package dev.opsdk.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.internal.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenEnumTest {
    enum Known {
        RUNNING,
        STOPPED
    }

    static final class State extends OpenEnum<Known> {
        private State(Known known, Object wire) {
            super(known, wire);
        }

        @JsonCreator
        static State of(String wire) {
            return new State(
                    switch (wire) {
                        case "running", "RUN" -> Known.RUNNING;
                        case "stopped" -> Known.STOPPED;
                        default -> null;
                    },
                    wire);
        }
    }

    static final class Other extends OpenEnum<Known> {
        private Other(Known known, Object wire) {
            super(known, wire);
        }
    }

    @Test
    void aKnownValueIsItsConstant() {
        State state = State.of("running");
        assertThat(state.known()).contains(Known.RUNNING);
        assertThat(state.is(Known.RUNNING)).isTrue();
        assertThat(state.is(Known.STOPPED)).isFalse();
        assertThat(state).hasToString("RUNNING");
    }

    @Test
    void anUnknownValueKeepsItsText() {
        State state = State.of("paused?");
        assertThat(state.known()).isEmpty();
        assertThat(state.is(Known.RUNNING)).isFalse();
        assertThat(state.wire()).isEqualTo("paused?");
        assertThat(state).hasToString("unknown(paused?)");
    }

    @Test
    void twoWaysToWriteAConstantAreEqualAndUnknownTextsByText() {
        assertThat(State.of("running")).isEqualTo(State.of("RUN")).hasSameHashCodeAs(State.of("RUN"));
        assertThat(State.of("running")).isNotEqualTo(State.of("stopped"));
        assertThat(State.of("x")).isEqualTo(State.of("x")).hasSameHashCodeAs(State.of("x"));
        assertThat(State.of("x")).isNotEqualTo(State.of("y"));
        assertThat((Object) State.of("running")).isNotEqualTo(new Other(Known.RUNNING, "running"));
    }

    @Test
    void theWireGetsBackWhatItWrote() throws Exception {
        assertThat(Json.wire().writeValueAsString(Map.of("state", State.of("RUN"))))
                .isEqualTo("{\"state\":\"RUN\"}");
        assertThat(Json.wire().readValue("\"new one\"", State.class)).isEqualTo(State.of("new one"));
        assertThat(Json.wire().writeValueAsString(new Other(null, 7))).isEqualTo("7");
    }
}
