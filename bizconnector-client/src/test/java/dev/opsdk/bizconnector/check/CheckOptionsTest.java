package dev.opsdk.bizconnector.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.opsdk.bizconnector.assess.ApiKeyEntry;
import dev.opsdk.bizconnector.assess.IdentityPin;
import dev.opsdk.bizconnector.assess.OldKind;
import dev.opsdk.bizconnector.assess.RateThresholds;
import dev.opsdk.bizconnector.assess.RequestCounts;
import dev.opsdk.core.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What was told is what counts, and what cannot work is refused where it is told. */
class CheckOptionsTest {
    private static final ApiKeyEntry KEY =
            new ApiKeyEntry("a", Secret.of(FakeConnector.KEY), true, Optional.empty(), Set.of());

    @Test
    void withoutBeingToldTheSurroundingsAreLeftAlone() {
        CheckOptions options = CheckOptions.of(any -> {});
        assertThat(options.timeLimit()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.sample()).isZero();
        assertThat(options.logs()).isEmpty();
        assertThat(options.logZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(options.logPeriod()).isEmpty();
        assertThat(options.disks()).isEmpty();
        assertThat(options.diskSource()).isSameAs(DiskSource.LOCAL);
        assertThat(options.cgroup()).isEmpty();
        assertThat(options.pin()).isEmpty();
        assertThat(options.proveKey()).isFalse();
        assertThat(options.registry()).isEmpty();
        assertThat(options.image()).isEqualTo("nmshd/connector");
        assertThat(options.tags()).isEmpty();
        assertThat(options.apiKeys()).isEmpty();
        assertThat(options.systems()).isFalse();
        assertThat(options.webhooks()).isEmpty();
        assertThat(options.earlierRequests()).isEmpty();
        assertThat(options.rates()).isEqualTo(RateThresholds.DEFAULT);
        assertThat(options.syncExpected()).isEmpty();
        assertThat(options.oldMaterial()).isEmpty();
        assertThat(options.language()).isEqualTo("en");
        assertThat(options.secrets()).isEmpty();
    }

    @Test
    void allThatIsToldInOneChainIsKept() {
        Path log = Path.of("latest.log");
        Path disk = Path.of("/data");
        Path group = Path.of("/sys/fs/cgroup");
        DiskSource source = path -> {
            throw new java.io.IOException("not asked");
        };
        ZoneId zone = ZoneId.of("Europe/Berlin");
        IdentityPin pin = new IdentityPin("did:e:x", "key");
        URI hook = URI.create("https://hooks.invalid/w");
        RequestCounts earlier = RequestCounts.of(Instant.EPOCH, 1, Map.of("200", 1L), Instant.EPOCH);
        RateThresholds rates = new RateThresholds(0.5, 0.6, 7);
        Secret secret = Secret.of("hunter2");
        CheckOptions options = CheckOptions.of(told -> told.timeLimit(Duration.ofSeconds(1))
                .sample(Duration.ofSeconds(2))
                .logs(log)
                .logZone(zone)
                .logPeriod(Duration.ofSeconds(3))
                .disks(disk)
                .diskSource(source)
                .cgroup(group)
                .pin(pin)
                .proveKey()
                .registry(CheckOptions.GHCR)
                .image("mirror/connector")
                .tags(List.of("7.5.11"))
                .apiKeys(List.of(KEY))
                .systems()
                .webhooks(hook)
                .earlierRequests(earlier)
                .rates(rates)
                .syncExpected(Duration.ofSeconds(4))
                .oldMaterial(Duration.ofSeconds(5))
                .language("de")
                .mask(secret)
                .timeLimit(Duration.ofSeconds(6)));
        assertThat(options.timeLimit()).as("the last word counts").isEqualTo(Duration.ofSeconds(6));
        assertThat(options.sample()).isEqualTo(Duration.ofSeconds(2));
        assertThat(options.logs()).containsExactly(log);
        assertThat(options.logZone()).isEqualTo(zone);
        assertThat(options.logPeriod()).contains(Duration.ofSeconds(3));
        assertThat(options.disks()).containsExactly(disk);
        assertThat(options.diskSource()).isSameAs(source);
        assertThat(options.cgroup()).contains(group);
        assertThat(options.pin()).contains(pin);
        assertThat(options.proveKey()).isTrue();
        assertThat(options.registry()).contains(URI.create("https://ghcr.io"));
        assertThat(options.image()).isEqualTo("mirror/connector");
        assertThat(options.tags()).contains(List.of("7.5.11"));
        assertThat(options.apiKeys()).containsExactly(KEY);
        assertThat(options.systems()).isTrue();
        assertThat(options.webhooks()).containsExactly(hook);
        assertThat(options.earlierRequests()).contains(earlier);
        assertThat(options.rates()).isEqualTo(rates);
        assertThat(options.syncExpected()).contains(Duration.ofSeconds(4));
        assertThat(options.oldMaterial()).contains(Duration.ofSeconds(5));
        assertThat(options.language()).isEqualTo("de");
        assertThat(options.secrets()).containsExactly(secret);
    }

    @Test
    void aBuilderThatIsKeptChangesNothingAfterwards() {
        List<CheckOptions.Builder> kept = new ArrayList<>();
        CheckOptions options = CheckOptions.of(kept::add);
        kept.get(0).systems().proveKey().image("other");
        assertThat(options.systems()).isFalse();
        assertThat(options.proveKey()).isFalse();
        assertThat(options.image()).isEqualTo("nmshd/connector");
    }

    @Test
    void aDurationThatIsNotPositiveIsRefusedByItsName() {
        Map<String, BiConsumer<CheckOptions.Builder, Duration>> durations = Map.of(
                "timeLimit", CheckOptions.Builder::timeLimit,
                "sample", CheckOptions.Builder::sample,
                "logPeriod", CheckOptions.Builder::logPeriod,
                "syncExpected", CheckOptions.Builder::syncExpected,
                "oldMaterial", CheckOptions.Builder::oldMaterial);
        durations.forEach((name, told) -> {
            for (Duration wrong : List.of(Duration.ZERO, Duration.ofNanos(-1))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> CheckOptions.of(options -> told.accept(options, wrong)))
                        .withMessageContaining(name + " must be positive");
            }
        });
    }

    @Test
    void aRegistryNeedsAHostAndHttp() {
        for (String wrong : List.of("ghcr.io", "https:ghcr.io", "ftp://ghcr.io")) {
            assertThatIllegalArgumentException()
                    .as(wrong)
                    .isThrownBy(() -> CheckOptions.of(options -> options.registry(URI.create(wrong))));
        }
        URI plain = URI.create("http://127.0.0.1:5000");
        assertThat(CheckOptions.of(options -> options.registry(plain)).registry())
                .contains(plain);
    }

    @Test
    void downtimesAreToldByWhomAndForHowLong() {
        Runnable stop = () -> {};
        Runnable start = () -> {};
        DowntimeOptions untold = DowntimeOptions.of(any -> {});
        assertThat(untold.stopper()).isEmpty();
        assertThat(untold.starter()).isEmpty();
        assertThat(untold.patience()).isEqualTo(Duration.ofMinutes(30));
        DowntimeOptions told = DowntimeOptions.of(options -> options.patience(Duration.ofNanos(1))
                .stopBy(stop)
                .startBy(start)
                .patience(Duration.ofHours(1)));
        assertThat(told.stopper().orElseThrow()).isSameAs(stop);
        assertThat(told.starter().orElseThrow()).isSameAs(start);
        assertThat(told.patience()).isEqualTo(Duration.ofHours(1));
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofNanos(-1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DowntimeOptions.of(options -> options.patience(wrong)))
                    .withMessageContaining("patience");
        }
    }

    @Test
    void onlyWhatTheServerCanDeleteIsTakenAndNeverWithoutALimit() {
        DeletionOptions untold = DeletionOptions.of(any -> {});
        assertThat(untold.kinds())
                .containsExactlyInAnyOrder(OldKind.EXPIRED_FILE, OldKind.EXPIRED_TEMPLATE, OldKind.EXPIRED_TOKEN);
        assertThat(untold.most()).isEqualTo(500);
        DeletionOptions told = DeletionOptions.of(options -> options.most(1)
                .kinds(OldKind.EXPIRED_FILE, OldKind.DELETED_ATTRIBUTE)
                .most(10_000));
        assertThat(told.kinds())
                .as("what is told takes the place of the usual kinds")
                .containsExactlyInAnyOrder(OldKind.EXPIRED_FILE, OldKind.DELETED_ATTRIBUTE);
        assertThat(told.most()).isEqualTo(10_000);
        for (int wrong : List.of(0, 10_001)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DeletionOptions.of(options -> options.most(wrong)))
                    .withMessageContaining("1 to 10,000");
        }
        for (OldKind kind : OldKind.values()) {
            if (!kind.deletable()) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> DeletionOptions.of(options -> options.kinds(OldKind.EXPIRED_FILE, kind)))
                        .withMessageContaining(kind.words());
            }
        }
    }
}
