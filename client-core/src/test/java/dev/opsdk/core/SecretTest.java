package dev.opsdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.opsdk.core.call.Authorization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    @Test
    void aSecretPrintsAsAMaskWhereverItStands() {
        Secret secret = Secret.of("s3cret");
        assertThat(secret).hasToString("***");
        assertThat(List.of(Optional.of(secret)).toString()).doesNotContain("s3cret");
        assertThat(Authorization.bearer(secret).toString()).doesNotContain("s3cret");
        assertThat(Authorization.basic("u", secret)).hasToString("Authorization[header=Authorization, value=***]");
    }

    @Test
    void noSecretPrintsAsNothing() {
        assertThat(Secret.of("")).hasToString("");
        assertThat(Secret.of("").isEmpty()).isTrue();
        assertThat(Secret.of("x").isEmpty()).isFalse();
    }

    @Test
    void secretsAreEqualWhenTheirValuesAre() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
        assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b")).isNotEqualTo("a");
    }

    @Test
    void anOrdinaryMapperWritesTheMask() throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(Secret.of("s3cret"))).isEqualTo("\"***\"");
        assertThat(new ObjectMapper().readValue("\"s3cret\"", Secret.class).reveal())
                .isEqualTo("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zq7token\n", "zq7\r\ntoken", "zq7tökén", "zq7\u0000token"})
    void aCredentialThatNoHeaderCanHoldIsRefusedWithoutBeingQuoted(String token) {
        assertThatThrownBy(() -> new Authorization("X-Api-Key", Secret.of(token)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X-Api-Key")
                .hasMessageNotContaining("zq7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a:b", "a\n"})
    void aHeaderNameMustBeOne(String name) {
        assertThatThrownBy(() -> new Authorization(name, Secret.of("x"))).isInstanceOf(IllegalArgumentException.class);
    }
}
