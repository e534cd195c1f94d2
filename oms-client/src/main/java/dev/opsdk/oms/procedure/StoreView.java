package dev.opsdk.oms.procedure;

import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.WaitTimeoutException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.waiting.Waiter;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.Store;
import dev.opsdk.oms.assess.Level;
import dev.opsdk.oms.assess.StoreAssessment;
import dev.opsdk.oms.model.CrawlerDetail;
import dev.opsdk.oms.model.Observed;
import dev.opsdk.oms.model.StoreName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One store as the procedures look at it. */
record StoreView(OmsContext context, Store store) {
    /** The cluster manager gives up on the supervisor after a minute (OMS documentation); until then an order may still be carried out. */
    private static final Duration TO_SHOW = Duration.ofSeconds(70);

    /** What one look shows. */
    record Sight(Optional<CrawlerDetail> detail, Optional<StoreAssessment> assessment, String text) {
        /** Whether it runs; empty when that cannot be believed or is not told. */
        Optional<Boolean> running() {
            return detail.isEmpty()
                    ? Optional.of(false)
                    : detail.flatMap(CrawlerDetail::normal).filter(known -> trusted());
        }

        boolean gone() {
            return detail.isEmpty();
        }

        boolean trusted() {
            return detail.flatMap(CrawlerDetail::observationTrusted).orElse(false);
        }

        boolean runs() {
            return running().equals(Optional.of(true));
        }

        boolean rests() {
            return !gone() && running().equals(Optional.of(false));
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static StoreView of(OmsClient client, Store store) {
        return new StoreView(OmsContext.of(client, store.name()), store);
    }

    /** Whether that store holds the same data: one of another subtopic can never stand in. */
    boolean ofSameSubTopic(StoreName other) {
        return other.subTopic().equals(store.name().subTopic());
    }

    StoreView other(StoreName name) {
        return of(context.client(), context.client().store(name));
    }

    StoreName name() {
        return store.name();
    }

    Sight look() {
        try {
            Observed<CrawlerDetail> seen = store.detail();
            StoreAssessment judged = StoreAssessment.of(seen);
            return new Sight(
                    Optional.of(seen.value()),
                    Optional.of(judged),
                    judged.verdict().toString());
        } catch (NotFoundException e) {
            return new Sight(Optional.empty(), Optional.empty(), "there is no store '" + name() + "'");
        }
    }

    StoreAssessment assess() {
        try {
            return StoreAssessment.of(store.detail());
        } catch (OpsException e) {
            return StoreAssessment.unknown(name(), String.valueOf(e.getMessage()));
        }
    }

    Steady.Sight sight() {
        Sight seen = look();
        return new Steady.Sight(seen.running(), seen.assessment.flatMap(StoreAssessment::end), seen.text);
    }

    /** Looks until an order shows, or cannot show any more. */
    Sight until(Predicate<Sight> shown) {
        try {
            return Waiter.on(context.time(), "the order to show at store '" + name() + "'", this::look)
                    .every(context.pollEvery())
                    .until(shown)
                    .await(TO_SHOW);
        } catch (WaitTimeoutException e) {
            return e.lastState(Sight.class).orElseThrow(() -> e);
        }
    }

    /** Checks that come before every procedure: can it be read, can it be believed. */
    List<PreCheck> checks(StoreAssessment seen, boolean despiteUntrustworthy) {
        if (seen.verdict().facts().isEmpty()) {
            return List.of(new PreCheck("store", CheckResult.BLOCK, "it cannot be read: " + seen.verdict()));
        }
        PreCheck trust = switch (seen.verdict().level()) {
            case UNTRUSTWORTHY ->
                new PreCheck(
                        "observation",
                        despiteUntrustworthy ? CheckResult.WARN : CheckResult.BLOCK,
                        String.join("; ", seen.verdict().reasons()));
            case UNKNOWN ->
                new PreCheck(
                        "observation",
                        CheckResult.CANNOT_CHECK,
                        String.join("; ", seen.verdict().reasons()));
            default -> new PreCheck("observation", CheckResult.PASS, "active=true, so it can be believed");
        };
        PreCheck ha = new PreCheck(
                "HA",
                CheckResult.CANNOT_CHECK,
                "if OMS's HA module is on, it may start or create stores by itself meanwhile; switch it off for large work");
        return List.of(trust, ha);
    }

    static boolean healthy(StoreAssessment seen) {
        return seen.verdict().is(Level.HEALTHY);
    }
}
