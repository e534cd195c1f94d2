package dev.opsdk.core.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.core.Secret;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.internal.CallContext;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.internal.ReplyReader;
import dev.opsdk.core.internal.StreamReader;
import dev.opsdk.core.internal.Transport;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.Fault;
import dev.opsdk.core.testkit.FaultKit;
import dev.opsdk.core.testkit.FaultServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that are handed out as they come, and what is known about a call beside its result. */
@Timeout(60)
class StreamedTest {
    private static final ReplyReader<String> REFUSED = reply -> {
        throw new RejectedException(
                reply.refusal("password=s3cretValue", "", Map.of("code", "E1", "said", "token=s3cretValue")));
    };

    private static String streamed(TinyClient client, StreamReader<String> reader) {
        Transport transport = client.sender();
        Request request = client.stateRequest("k")
                .newBuilder()
                .header(CallContext.CORRELATION_ID, "case-7")
                .build();
        CallContext context = transport.begin(request, "s1", List.of());
        return transport.retrying(context, () -> transport.streamed(context, request, reader, REFUSED));
    }

    private static TinyClient client(FaultServer server) {
        return FaultKit.quick(TinyClient.at(server.url())).build();
    }

    @Test
    void aSuccessIsHandedOutWhateverItsSize() {
        String large = "x".repeat(200_000); // more than a quick client reads into memory
        try (FaultServer server = FaultServer.start(Answer.of(200, "text/plain", large));
                TinyClient client = client(server)) {
            assertThat(streamed(client, (head, body) -> new String(body.readAllBytes(), StandardCharsets.UTF_8)))
                    .isEqualTo(large);
        }
    }

    @Test
    void whatWasHandedOutIsNotAskedForAgain() {
        try (FaultServer server = FaultServer.start(Fault.CUT_BODY);
                TinyClient client = client(server)) {
            assertThatThrownBy(() -> streamed(client, (head, body) -> "" + body.readAllBytes().length))
                    .isInstanceOf(NoReplyException.class);
            assertThat(server.arrivals()).hasSize(1);
        }
    }

    @Test
    void anAnswerOfSomebodyElseIsNone() {
        try (FaultServer server = FaultServer.start(Answer.of(200, "text/plain", "x"));
                TinyClient client = client(server)) {
            assertThatThrownBy(() -> streamed(client, (head, body) -> {
                        throw new Json.Undecodable("not a list");
                    }))
                    .isInstanceOf(OpsException.class)
                    .hasMessageContaining("not a list");
        }
    }

    @Test
    void theCallersOwnFailureIsThrownAsItIs() {
        IllegalStateException own = new IllegalStateException("disk full");
        try (FaultServer server = FaultServer.start(Answer.of(200, "text/plain", "x"));
                TinyClient client = client(server)) {
            assertThatThrownBy(() -> streamed(client, (head, body) -> {
                        throw new StreamReader.CallersFailure(own);
                    }))
                    .isSameAs(own);
        }
    }

    @Test
    void aRefusalHasItsDetailsMaskedAndTheCorrelationId() {
        try (FaultServer server = FaultServer.start(Answer.of(400, "text/plain", "x"));
                TinyClient client = client(server)) {
            RejectedException refused =
                    catchThrowableOfType(RejectedException.class, () -> streamed(client, (head, body) -> "never"));
            assertThat(refused.details()).containsEntry("code", "E1").containsEntry("said", "token=***");
            assertThat(refused.getMessage()).doesNotContain("s3cretValue");
            assertThat(refused.call().orElseThrow().correlationId()).isEqualTo("case-7");
        }
    }

    @Test
    void aMutationThatBrokeInsideTheServerSaysHowToLook() {
        try (FaultServer server = FaultServer.start(Answer.of(500, "text/plain", "x"));
                TinyClient client = client(server)) {
            Request request = client.changeRequest(Secret.of("p"));
            OutcomeUnknownException unknown = catchThrowableOfType(
                    OutcomeUnknownException.class,
                    () -> client.sender().call(request, "s1", List.of(), reply -> {
                        throw reply.unknown(reply.refusal("broke", "", Map.of("code", "E2")));
                    }));
            assertThat(unknown.howToLook()).isEqualTo("look at state");
            assertThat(unknown.details()).containsEntry("code", "E2");
            assertThat(unknown.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(unknown.call().orElseThrow().correlationId()).isEmpty();
        }
    }

    @Test
    void anOperationMayHaveATimeLimitOfItsOwn() {
        try (FaultServer server = FaultServer.start(Fault.STALLED);
                TinyClient client = client(server)) {
            Transport transport = client.sender();
            Request request = client.stateRequest("k");
            CallContext context = transport.begin(request, "", List.of(), Optional.of(Duration.ofMillis(200)));
            assertThatThrownBy(() -> transport.retrying(
                            context, () -> transport.once(context, request, TinyClient::readObject, true)))
                    .hasMessageContaining("at the deadline of 200 ms");
            assertThat(server.arrivals()).hasSizeLessThanOrEqualTo(1);
        }
    }
}
