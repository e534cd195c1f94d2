package dev.opsdk.core.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.opsdk.core.call.RetryPolicy;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.FakeTime;
import dev.opsdk.core.testkit.FaultServer;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** After a server's restart every kept connection is dead, and there may be more of them than a read has tries. */
@Timeout(30)
class KeptConnectionsTest {
    private static final Answer OK = Answer.json("{\"ok\": true}");
    private static final int MANY = 12;

    /** Keeps answers back until there are as many connections as calls. */
    private static Interceptor together() {
        CountDownLatch together = new CountDownLatch(MANY);
        return chain -> {
            Response response = chain.proceed(chain.request());
            together.countDown();
            try {
                together.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
            return response;
        };
    }

    private static void keepConnectionsThatAreDead(TinyClient client, FaultServer server) {
        assertThat(client.each(IntStream.range(0, MANY).boxed().toList(), (c, i) -> c.state())
                        .allSucceeded())
                .isTrue();
        assertThat(server.connections()).isEqualTo(MANY);
        server.cutConnections();
    }

    @Test
    void aReadFindsALivingOneHoweverManyWereKept() {
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = TinyClient.at(server.url())
                        .timeSource(FakeTime.start())
                        .interceptor(together())
                        .build()) {
            keepConnectionsThatAreDead(client, server);
            client.state();
            assertThat(server.arrived()).isEqualTo(MANY + 1);
        }
    }

    /** To look once, without trying again, is what the search for a leader consists of. */
    @Test
    void whoLosesOneTrustsNoneOfTheOthers() {
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = TinyClient.at(server.url())
                        .retry(RetryPolicy.NONE)
                        .interceptor(together())
                        .build()) {
            keepConnectionsThatAreDead(client, server);
            assertThatExceptionOfType(NoReplyException.class).isThrownBy(client::state);
            client.state();
        }
    }
}
