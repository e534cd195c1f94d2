package dev.opsdk.ccr.internal;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.call.CallSite;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.ConflictException;
import dev.opsdk.core.error.Refusal;
import dev.opsdk.core.internal.CallContext;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One mutation at a time at each syncer: a second one would queue behind the first and freeze calls for other jobs (trap T3). */
final class NodeLocks {
    private final ConcurrentHashMap<BaseUrl, ReentrantLock> locks = new ConcurrentHashMap<>();

    <T> T holding(BaseUrl node, CallContext context, Supplier<CallSite> site, Supplier<T> call) {
        if (context.effect() == Effect.READ) {
            return call.get();
        }
        ReentrantLock lock = locks.computeIfAbsent(node, n -> new ReentrantLock(true));
        try {
            if (!lock.tryLock(context.deadline().remaining().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ConflictException(new Refusal(
                        site.get(),
                        0,
                        "not sent: another mutation by this client is still running at " + node,
                        "wait for it"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(site.get(), "the thread was interrupted before it was sent", e);
        }
        try {
            return call.get();
        } finally {
            lock.unlock();
        }
    }
}
