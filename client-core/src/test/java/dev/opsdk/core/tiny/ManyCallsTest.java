package dev.opsdk.core.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.call.Results;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.Fault;
import dev.opsdk.core.testkit.FaultServer;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ManyCallsTest {
    private static final Answer OK = Answer.json("{\"ok\": true}");

    private static TinyClient at(FaultServer server) {
        return TinyClient.at(server.url()).build();
    }

    @Test
    void anAsynchronousCallGivesItsValueOnADaemonThread() throws Exception {
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = at(server)) {
            AtomicInteger ran = new AtomicInteger();
            assertThat(client.async()
                            .call(TinyClient::state)
                            .thenApply(JsonNode::size)
                            .get(10, TimeUnit.SECONDS))
                    .isOne();
            assertThat(client.async()
                            .call(c -> Thread.currentThread().isDaemon())
                            .get(10, TimeUnit.SECONDS))
                    .isTrue();
            client.async().run(c -> ran.incrementAndGet()).get(10, TimeUnit.SECONDS);
            assertThat(ran).hasValue(1);
        }
    }

    @Test
    void anAsynchronousCallFailsWithItsOwnException() {
        try (FaultServer server = FaultServer.start(Fault.STATUS_401);
                TinyClient client = at(server)) {
            assertThatThrownBy(() -> client.async().call(TinyClient::change).get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnauthorizedException.class);
        }
    }

    @Test
    void cancellingTheFutureCancelsTheHttpCall() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        ConcurrentHashMap<String, Throwable> thrown = new ConcurrentHashMap<>();
        try (FaultServer server = FaultServer.start(Fault.STALLED);
                TinyClient client = at(server)) {
            CompletableFuture<Void> future = client.async().run(c -> {
                try {
                    c.state();
                } catch (CancelledException e) {
                    thrown.put("state", e);
                } finally {
                    ended.countDown();
                }
            });
            server.awaitArrived(1);
            assertThat(future.cancel(true)).isTrue();
            assertThat(future.isCancelled()).isTrue();
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(thrown).containsKey("state");
            assertThat(server.arrived()).isOne();
        }
    }

    @Test
    void everyTargetHasAValueOrAnErrorInTheOrderOfTheTargets() {
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = at(server)) {
            Results<String, String> results = client.each(List.of("c", "a", "b", "a"), (c, target) -> {
                if (target.equals("a")) {
                    throw new IllegalStateException("no " + target);
                }
                return target + c.state(target).get("ok");
            });
            assertThat(results.values())
                    .containsExactly(java.util.Map.entry("c", "ctrue"), java.util.Map.entry("b", "btrue"));
            assertThat(results.errors()).containsOnlyKeys("a");
            assertThat(results.allSucceeded()).isFalse();
            assertThat(results.get("c")).isEqualTo("ctrue");
            assertThatThrownBy(() -> results.get("a")).hasMessage("no a");
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> results.get("d"));
            assertThat(results).hasToString("2 of 3 succeeded\n  c: ctrue\n  b: btrue\n  a: FAILED no a");
            assertThat(server.arrived()).isEqualTo(2);
        }
    }

    @Test
    void aCallThatGivesNothingBackSucceeds() {
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = at(server)) {
            Results<String, Void> results = client.each(List.of("a", "b"), (c, target) -> {
                c.change();
                return null;
            });
            assertThat(results.allSucceeded()).isTrue();
            assertThat(results.values()).containsOnlyKeys("a", "b");
            assertThat(results.get("a")).isNull();
            assertThat(results).hasToString("2 of 2 succeeded\n  a: done\n  b: done");
        }
    }

    @Test
    void anErrorIsThatTargetsError() {
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = at(server)) {
            Results<String, String> results = client.each(List.of("a"), (c, target) -> {
                throw new LinkageError("no class");
            });
            assertThat(results.errors().get("a")).hasMessageContaining("no class");
        }
    }

    @Test
    void noTargetsAreNoWork() {
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = at(server)) {
            assertThat(client.each(List.<String>of(), TinyClient::state).allSucceeded())
                    .isTrue();
        }
    }

    @Test
    void asManyAsToldRunAtOnceAndNoMore() {
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = TinyClient.at(server.url()).parallelism(4).build()) {
            CountDownLatch together = new CountDownLatch(4);
            AtomicInteger running = new AtomicInteger();
            Set<Integer> seen = ConcurrentHashMap.newKeySet();
            Results<Integer, Boolean> results =
                    client.each(IntStream.range(0, 40).boxed().toList(), (c, target) -> {
                        seen.add(running.incrementAndGet());
                        together.countDown();
                        boolean met = await(together);
                        running.decrementAndGet();
                        return met;
                    });
            assertThat(results.values().values()).hasSize(40).containsOnly(true);
            assertThat(seen).contains(4).allMatch(count -> count <= 4);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void anInterruptEndsWhatIsUnderWayAndBeginsNothingMore() throws Exception {
        try (FaultServer server = FaultServer.start(Fault.STALLED);
                TinyClient client = TinyClient.at(server.url()).parallelism(2).build()) {
            FutureTask<Results<String, JsonNode>> task = new FutureTask<>(() -> {
                Results<String, JsonNode> results = client.each(List.of("a", "b", "c", "d"), TinyClient::state);
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                return results;
            });
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
            server.awaitArrived(2);
            thread.interrupt();
            Results<String, JsonNode> results = task.get(10, TimeUnit.SECONDS);
            assertThat(results.errors()).containsOnlyKeys("a", "b", "c", "d");
            assertThat(results.errors().values()).hasOnlyElementsOfType(CancelledException.class);
            assertThat(server.arrived()).isEqualTo(2);
        }
    }
}
