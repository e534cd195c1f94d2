package dev.opsdk.ccr.internal;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.Secret;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.ConflictException;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.Refusal;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.internal.CallContext;
import dev.opsdk.core.internal.Deadline;
import dev.opsdk.core.internal.ReplyReader;
import dev.opsdk.core.internal.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The syncers behind one client: finds the one that owns a job, follows redirects by re-sending the request, goes on with another
 * syncer when one is dead, and waits out a takeover.
 */
public final class Syncers {
    private static final int MAX_HOPS = 3;
    private static final Duration BETWEEN_TAKEOVER_LOOKS = Duration.ofSeconds(1);

    private final Transport transport;
    private final TimeSource time;
    private final AddressBook addresses;
    private final Duration takeoverWindow;
    private final BiPredicate<BaseUrl, String> lists;
    private final NodeLocks locks = new NodeLocks();
    private final Map<String, BaseUrl> owners = new ConcurrentHashMap<>();

    /**
     * Gathers the syncers.
     *
     * @param transport sends
     * @param time the clock
     * @param addresses where they are
     * @param takeoverWindow how long a job may be without an owner before that is an error
     * @param lists whether a syncer's list_jobs names a job
     */
    Syncers(
            Transport transport,
            TimeSource time,
            AddressBook addresses,
            Duration takeoverWindow,
            BiPredicate<BaseUrl, String> lists) {
        this.transport = transport;
        this.time = time;
        this.addresses = addresses;
        this.takeoverWindow = takeoverWindow;
        this.lists = lists;
    }

    List<BaseUrl> configured() {
        return addresses.configured();
    }

    void owner(String job, BaseUrl node) {
        owners.put(job, node);
    }

    void forget(String job) {
        owners.remove(job);
    }

    /** Asks one syncer, and no other. */
    <T> T at(BaseUrl node, Request request, String target, ReplyReader<T> reader) {
        CallContext context = transport.begin(request, target, List.of());
        return transport.retrying(context, () -> send(context, node, request, reader));
    }

    /** Asks the first configured syncer that can be reached; for routes that never redirect. */
    <T> Located<T> atAny(
            Request request,
            String target,
            Collection<Secret> secrets,
            ReplyReader<T> reader,
            Consumer<BaseUrl> before) {
        CallContext context = transport.begin(request, target, secrets);
        return transport.retrying(context, () -> {
            @Nullable OpsException last = null;
            for (BaseUrl node : configured()) {
                try {
                    before.accept(node);
                    return new Located<>(node, send(context, node, request, reader));
                } catch (UnreachableException | NoReplyException e) {
                    last = e;
                }
            }
            throw Objects.requireNonNull(last, "no syncer is configured");
        });
    }

    /** Asks the job's owner, wherever it is. */
    <T> T atOwner(String job, Request request, ReplyReader<Routed<T>> reader) {
        CallContext context = transport.begin(request, job, List.of());
        Deadline window = Deadline.in(time, takeoverWindow);
        while (true) {
            try {
                return transport.retrying(context, () -> pass(job, context, request, reader));
            } catch (TakeoverPending e) {
                if (window.remaining().compareTo(BETWEEN_TAKEOVER_LOOKS) < 0
                        || context.deadline().remaining().compareTo(BETWEEN_TAKEOVER_LOOKS) < 0) {
                    throw e.reason();
                }
                transport.pause(context, BETWEEN_TAKEOVER_LOOKS, e.reason());
            }
        }
    }

    /** One look at every syncer, the remembered owner first. Only what provably did nothing is followed by a next one. */
    private <T> T pass(String job, CallContext context, Request request, ReplyReader<Routed<T>> reader) {
        List<BaseUrl> dead = new ArrayList<>(0);
        @Nullable OpsException last = null;
        @Nullable OpsException astray = null;
        boolean takeover = false;
        for (BaseUrl node : candidates(job)) {
            if (dead.contains(node)) {
                continue;
            }
            Trail trail = new Trail(node);
            try {
                Routed<T> end = follow(trail, context, request, reader);
                if (end instanceof Routed.Answer<T> answer) {
                    owners.put(job, trail.at);
                    return answer.value();
                }
                if (end instanceof Routed.Stranded<T> stranded) {
                    astray = stranded.why(); // the owner may yet be one of the configured ones, under another name
                    continue;
                }
                Refusal refusal = ((Routed.Missing<T>) end).refusal();
                if (!lists.test(trail.at, job)) {
                    owners.remove(job);
                    throw new NotFoundException(refusal);
                }
                last = new ConflictException(new Refusal(
                        refusal.call(),
                        refusal.status(),
                        refusal.message(),
                        "yet list_jobs names it: a takeover is under way"));
                takeover = true;
            } catch (UnreachableException | NoReplyException e) {
                dead.add(trail.at);
                takeover |= trail.visited.size() > 1;
                last = e;
            }
            owners.remove(job);
        }
        OpsException reason = Objects.requireNonNull(astray == null ? last : astray, "no syncer is configured");
        if (takeover && astray == null) {
            throw new TakeoverPending(reason);
        }
        throw reason;
    }

    private Collection<BaseUrl> candidates(String job) {
        BaseUrl owner = owners.get(job);
        if (configured().size() == 1
                && (owner == null || owner.equals(configured().get(0)))) {
            return configured();
        }
        Set<BaseUrl> candidates = new LinkedHashSet<>();
        if (owner != null) {
            candidates.add(owner);
        }
        candidates.addAll(configured());
        return candidates;
    }

    private <T> Routed<T> follow(Trail trail, CallContext context, Request request, ReplyReader<Routed<T>> reader) {
        while (true) {
            Routed<T> routed = send(context, trail.at, request, reader);
            if (!(routed instanceof Routed.Moved<T> moved)) {
                return routed;
            }
            if (trail.visited.size() > MAX_HOPS) {
                throw new ConflictException(new Refusal(
                        moved.refusal().call(),
                        moved.refusal().status(),
                        "the syncers send it from one to the other: " + trail.visited,
                        "look which of them is alive, and whether two share one -host and -port"));
            }
            try {
                trail.goTo(addresses.resolve(trail.at, moved.owner(), moved.refusal()));
            } catch (PreconditionException e) {
                return new Routed.Stranded<>(e);
            }
        }
    }

    private <T> T send(CallContext context, BaseUrl node, Request request, ReplyReader<T> reader) {
        Request there = Transport.at(request, node);
        return locks.holding(
                node,
                context,
                () -> context.site(there.method(), there.url()),
                () -> transport.once(context, there, reader, addresses.trusted(node)));
    }

    private static final class Trail {
        private final List<BaseUrl> visited = new ArrayList<>(1);
        private BaseUrl at;

        private Trail(BaseUrl start) {
            visited.add(start);
            at = start;
        }

        private void goTo(BaseUrl next) {
            visited.add(next);
            at = next;
        }
    }
}
