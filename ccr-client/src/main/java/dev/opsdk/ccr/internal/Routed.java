package dev.opsdk.ccr.internal;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.Refusal;

/**
 * What a syncer made of a request about a job.
 *
 * @param <T> the value of an answer
 */
sealed interface Routed<T> {
    /** It answered. */
    record Answer<T>(T value) implements Routed<T> {}

    /** It says that another syncer owns the job (303). Nothing was done. */
    record Moved<T>(BaseUrl owner, Refusal refusal) implements Routed<T> {}

    /** It names an owner that must not be called from here. Nothing was done. */
    record Stranded<T>(PreconditionException why) implements Routed<T> {}

    /** It says {@code [normal] job not exist}, which is also what the new owner says for some seconds after a takeover. */
    record Missing<T>(Refusal refusal) implements Routed<T> {}
}
