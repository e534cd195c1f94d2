package dev.opsdk.core.tiny;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.testkit.FaultKit;
import dev.opsdk.core.testkit.Probe;
import dev.opsdk.core.testkit.ReplyFuzz;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** What {@link ReplyFuzz} holds against a client, tried on clients that do it. */
class ReplyFuzzOracleTest {
    @Test
    void aMutationThatIsSentAgainAfterABadAnswerIsFound() {
        Probe twice = mutation(tiny -> {
            try {
                tiny.change();
            } catch (OpsException e) {
                tiny.change();
            }
        });
        assertThatThrownBy(() -> fuzzed(twice))
                .hasMessageContaining("how often")
                .hasMessageContaining("path=/change");
    }

    @Test
    void aMutationThatIsAlwaysSentTwiceIsFound() {
        Probe twice = mutation(tiny -> {
            tiny.change();
            tiny.change();
        });
        assertThatThrownBy(() -> fuzzed(twice)).hasMessageContaining("requests of change when all is well");
    }

    @Test
    void aReadThatExplainsABadAnswerIsNotTheMutation() {
        Probe explained = mutation(tiny -> {
            try {
                tiny.change();
            } catch (OpsException e) {
                var unused = catchThrowable(tiny::state);
                throw e;
            }
        });
        assertThatCode(() -> fuzzed(explained)).doesNotThrowAnyException();
    }

    private static Probe mutation(Consumer<TinyClient> call) {
        return Probe.mutation("change", (BaseUrl url) -> {
            try (TinyClient tiny = FaultKit.quick(TinyClient.at(url)).build()) {
                call.accept(tiny);
            }
        });
    }

    private static void fuzzed(Probe probe) throws Throwable {
        for (DynamicTest test :
                new OfOne(probe).everyCallAgainstDamagedAnswers().toList()) {
            test.getExecutable().execute();
        }
    }

    private static final class OfOne extends ReplyFuzz {
        private final Probe probe;

        OfOne(Probe probe) {
            this.probe = probe;
        }

        @Override
        protected List<Probe> probes() {
            return List.of(probe);
        }

        @Override
        protected int cases() {
            return 50;
        }

        @Override
        protected boolean saysDone(Probe mutation, int status, byte[] body) {
            return new TinyReplyFuzzTest().saysDone(mutation, status, body);
        }

        @Override
        protected Stream<DynamicTest> everyCallAgainstDamagedAnswers() {
            return super.everyCallAgainstDamagedAnswers();
        }
    }
}
