package dev.opsdk.openmldb;

import static dev.opsdk.openmldb.Mldb.T1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.opsdk.core.call.RetryPolicy;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.ReadOnlyException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.testkit.FakeTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nameservers, one of which leads, mostly. */
class LeaderTest {
    private final FakeNameServer a = FakeNameServer.standing();
    private final FakeNameServer b = FakeNameServer.leading();
    private final FakeTime time = FakeTime.start();
    private final OpenMldbOps mldb = builder().build();

    private OpenMldbOps.Builder builder() {
        return OpenMldbOps.builder()
                .nameServers(a.name(), b.name())
                .timeSource(time)
                .retry(new RetryPolicy(3, Duration.ofMillis(10), Duration.ofMillis(10), Duration.ZERO));
    }

    @AfterEach
    void close() {
        mldb.close();
        a.close();
        b.close();
    }

    private static MockResponse unauthorized() {
        return new MockResponse.Builder().code(401).build();
    }

    @Test
    void theLeaderIsFoundByAskingAndRemembered() {
        mldb.nameServer().tablets();
        assertThat(a.asked()).containsExactly("ConfGet");
        assertThat(b.asked()).containsExactly("ConfGet", "ShowTablet");

        mldb.nameServer().autoFailover(false);
        assertThat(a.asked()).isEmpty();
        assertThat(b.asked()).containsExactly("ConfSet");
        assertThat(mldb.nameServer().leader()).isEqualTo(b.name());
        assertThat(mldb.nameServer().standbys()).containsExactly(a.name());
        assertThat(mldb.nameServer().leaderChanges()).isZero();
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void anOrderFollowsTheLeaderAtOnceBecauseAStandbyDidNothing() {
        mldb.nameServer().tablets();
        b.standBy();
        a.lead();
        a.asked();
        b.asked();

        mldb.nameServer().addReplica(T1, "t:1");

        assertThat(b.asked()).containsExactly("AddReplicaNS");
        assertThat(a.asked()).containsExactly("ConfGet", "AddReplicaNS");
        assertThat(mldb.nameServer().leader()).isEqualTo(a.name());
        assertThat(mldb.nameServer().leaderChanges()).isEqualTo(1);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void anOrderFollowsTheLeaderWhenThereIsNoConnection() {
        mldb.nameServer().tablets();
        b.close();
        a.lead();
        a.asked();

        mldb.nameServer().addReplica(T1, "t:1");

        assertThat(a.asked()).containsExactly("ConfGet", "AddReplicaNS");
    }

    @Test
    void aLostAnswerToAnOrderIsNeverFollowedByAnother() {
        mldb.nameServer().tablets();
        b.leadBut(FakeNameServer.hangingUp());
        a.lead();
        a.asked();
        b.asked();

        assertThatThrownBy(() -> mldb.nameServer().addReplica(T1, "t:1"))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("this is how OpenMLDB turns credentials away")
                .hasMessageContaining("look for a new op of the partition");
        assertThat(b.asked()).containsExactly("AddReplicaNS");
        assertThat(a.asked()).isEmpty();

        mldb.nameServer().tablets();
        assertThat(a.asked()).as("who leads is asked again").containsExactly("ConfGet", "ShowTablet");
    }

    @Test
    void aReadGoesOnAtTheNextLeaderAfterALostAnswer() {
        mldb.nameServer().tablets();
        b.play(method -> FakeNameServer.hangingUp());
        a.lead();

        assertThat(mldb.nameServer().tablets()).isEmpty();
        assertThat(mldb.nameServer().leader()).isEqualTo(a.name());
    }

    @Test
    void aLeaderIsWaitedForWhileThereIsNone() {
        mldb.nameServer().tablets();
        b.standBy();
        AtomicInteger looks = new AtomicInteger();
        time.whileAsleep(() -> {
            if (looks.incrementAndGet() == 5) {
                a.lead();
            }
        });

        mldb.nameServer().migrate(T1, "t:1", "t:2");

        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(5));
        assertThat(mldb.nameServer().leaderChanges()).isEqualTo(1);
        assertThat(b.asked()).filteredOn("Migrate"::equals).hasSize(1);
        assertThat(a.asked()).filteredOn("Migrate"::equals).hasSize(1);
    }

    @Test
    void whenNobodyLeadsItIsSaidWhoWasAskedAndWhatTheySaid() {
        b.standBy();
        a.close();

        Throwable thrown = catchThrowable(() -> mldb.nameServer().migrate(T1, "t:1", "t:2"));

        assertThat(thrown)
                .isExactlyInstanceOf(UnreachableException.class)
                .hasMessageContaining(
                        "openmldb Migrate 'demo_db.t1/0 from t:1 to t:2': POST http://whoever-leads:7527/NameServer/Migrate")
                .hasMessageContaining(a.name() + ": not sent: connection refused")
                .hasMessageContaining(b.name() + " is a standby (code 300)");
        assertThat(((UnreachableException) thrown).outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(time.slept()).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(30));
        assertThat(b.asked()).doesNotContain("Migrate");
    }

    @Test
    void aReadGivesUpAtItsOwnDeadline() {
        b.standBy();
        try (OpenMldbOps quick = builder()
                .timeouts(t -> t.withReadDeadline(Duration.ofSeconds(4)))
                .build()) {
            assertThatThrownBy(() -> quick.nameServer().tablets()).isInstanceOf(UnreachableException.class);
        }
        assertThat(time.slept()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
    }

    @Test
    void aLeaderThatRefusesWhatItLeadsIsNotAskedForEver() {
        b.leadBut(FakeNameServer.standby());

        assertThatThrownBy(() -> mldb.nameServer().cancelOp(1))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("does not lead any more (code 300)");
        assertThat(time.slept()).isLessThanOrEqualTo(Duration.ofSeconds(30));
        assertThat(b.asked()).filteredOn("CancelOP"::equals).hasSizeBetween(2, 32);
    }

    @Test
    void wrongCredentialsAreNotWaitedOut() {
        a.play(method -> FakeNameServer.hangingUp());
        b.play(method -> FakeNameServer.hangingUp());

        assertThatThrownBy(() -> mldb.nameServer().cancelOp(1))
                .isExactlyInstanceOf(NoReplyException.class)
                .hasMessageContaining(
                        "the connection was closed without an answer; this is how OpenMLDB turns credentials away")
                .hasMessageContaining("user(name, password) or serviceToken(token)");
        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whoIsNoNameServerIsNotWaitedFor() {
        a.play(method -> unauthorized());
        b.play(method -> unauthorized());

        assertThatThrownBy(() -> mldb.nameServer().cancelOp(1)).isExactlyInstanceOf(UnauthorizedException.class);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void theSameLeaderAfterAnInterruptionCountsAsAChange() {
        mldb.nameServer().tablets();
        b.standBy();
        time.whileAsleep(b::lead);

        mldb.nameServer().tablets();

        assertThat(mldb.nameServer().leader()).isEqualTo(b.name());
        assertThat(mldb.nameServer().leaderChanges()).isEqualTo(1);
    }

    @Test
    void waitingForALeaderCanBeInterrupted() {
        b.standBy();
        time.interruptAt(2);

        assertThatThrownBy(() -> mldb.nameServer().cancelOp(1)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aReadOnlyClientDoesNotEvenLookForALeader() {
        try (OpenMldbOps careful = builder().readOnly(true).build()) {
            assertThatThrownBy(() -> careful.nameServer().cancelOp(1)).isInstanceOf(ReadOnlyException.class);
            assertThat(b.asked()).isEmpty();
            assertThat(careful.nameServer().leader()).isEqualTo(b.name());
        }
    }

    @Test
    void aDiscoveryThatFailsIsMadeUpForByWhatIsKnown() {
        AtomicInteger lookups = new AtomicInteger();
        Discovery flaky = new Discovery() {
            @Override
            public List<String> nameServers() {
                if (lookups.incrementAndGet() > 1) {
                    mldb.tablet("x").healthy(); // an UnreachableException without a network
                }
                return List.of(a.name(), b.name());
            }

            @Override
            public Optional<String> address(String endpoint) {
                return Optional.empty();
            }
        };
        try (OpenMldbOps client = builder().discovery(flaky).build()) {
            client.nameServer().tablets();
            b.standBy();
            a.lead();
            client.nameServer().tablets();
            assertThat(client.nameServer().leader()).isEqualTo(a.name());
        }
    }

    @Test
    void aDiscoveryWithoutNameServersIsSaid() {
        Discovery empty = List::of;
        try (OpenMldbOps client =
                builder().discovery(empty).leaderWindow(Duration.ZERO).build()) {
            assertThatThrownBy(() -> client.nameServer().tablets())
                    .hasMessageContaining("the discovery knows no nameserver");
        }
    }

    @Test
    void aNameWithoutAnAddressIsSaid() {
        try (OpenMldbOps client = builder()
                .discovery(() -> List.of("ns1"))
                .leaderWindow(Duration.ZERO)
                .build()) {
            assertThatThrownBy(() -> client.nameServer().tablets())
                    .hasMessageContaining("tell the builder address(\"ns1\", \"host:port\")");
        }
    }
}
