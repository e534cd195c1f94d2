package dev.opsdk.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.opsdk.core.testkit.Allocated;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    private static Environment saying(String value) {
        return Environment.of(Map.of("X", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", " true\n", "True"})
    void yesInAnyLetters(String value) {
        assertThat(saying(value).flag("X")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", "", " "})
    void noOrNothing(String value) {
        assertThat(saying(value).flag("X")).isFalse();
        assertThat(saying(value).flag("Y")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "ja", "true false"})
    void aDecisionThatIsMisreadWouldChangeThingsSoItIsRefusedByItsName(String value) {
        assertThatIllegalStateException()
                .isThrownBy(() -> saying(value).flag("X"))
                .withMessageContaining("X is neither true nor false");
    }

    @Test
    void aMisspeltVariableOfOursIsRefused() {
        Environment env = Environment.of(Map.of("OPSDK_X_READONLY", "true", "PATH", "/bin"));
        assertThatIllegalStateException()
                .isThrownBy(() -> env.only("OPSDK_X_", "OPSDK_X_URL", "OPSDK_X_READ_ONLY"))
                .withMessage(
                        "nobody reads the environment variable OPSDK_X_READONLY; there are OPSDK_X_URL, OPSDK_X_READ_ONLY");
        assertThat(env.only("OPSDK_X_", "OPSDK_X_READONLY")).isSameAs(env);
    }

    @Test
    void whatHasToBeThereIsAskedForByItsName() {
        assertThat(saying(" a ").get("X", "something")).isEqualTo("a");
        assertThatIllegalStateException()
                .isThrownBy(() -> saying(" ").get("X", "a base URL"))
                .withMessage("the environment variable X is not set; set it to a base URL");
    }

    @Test
    void aValueThatIsRefusedIsRefusedByItsName() {
        assertThat(Environment.building("X", () -> 1)).isEqualTo(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> Environment.building("X", () -> {
                    throw new IllegalArgumentException("not a URL");
                }))
                .withMessage("the environment variable X: not a URL");
    }

    @Test
    void aLongReasonIsCut() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Environment.building("X", () -> {
                    throw new IllegalArgumentException("x".repeat(100_000));
                }))
                .withMessageEndingWith("xxx ... (cut)")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(600));
    }

    @Test
    void aVeryLongDecisionIsRefusedInLittleMemory() {
        Environment env = saying(Allocated.GROWS_IN_LOWER_CASE);
        assertThat(Allocated.by(() -> assertThatIllegalStateException()
                        .isThrownBy(() -> env.flag("X"))
                        .withMessage("the environment variable X is neither true nor false")))
                .isLessThan(Allocated.LITTLE);
    }
}
