package dev.opsdk.core.testkit;

import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.ForbiddenException;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.error.UnreadableReplyException;
import java.util.Optional;

/**
 * What a call has to come to.
 *
 * @param type the exact type of the exception; empty when only success will do
 * @param outcome what the exception has to say about what happened
 * @param mayReturn whether success is right, too
 * @param fewest how many requests have to arrive at least
 * @param most how many requests may arrive
 */
public record Expectation(
        Optional<Class<? extends OpsException>> type, Outcome outcome, boolean mayReturn, int fewest, int most) {

    /** It fails with exactly this type. */
    public static Expectation fails(Class<? extends OpsException> type, Outcome outcome) {
        return new Expectation(Optional.of(type), outcome, false, 1, 1);
    }

    /** It succeeds with one request. */
    public static Expectation returns() {
        return new Expectation(Optional.empty(), Outcome.NOT_DONE, true, 1, 1);
    }

    /** Success is right, too. */
    public Expectation orReturns() {
        return new Expectation(type, outcome, true, fewest, most);
    }

    /** With so many requests. */
    public Expectation requests(int atLeast, int atMost) {
        return new Expectation(type, outcome, mayReturn, atLeast, atMost);
    }

    /**
     * What the design promises, for a server without rules of its own.
     *
     * @param probe the call
     * @param fault the fault
     * @param maxAttempts how often a read is sent at most
     */
    public static Expectation byDesign(Probe probe, Fault fault, int maxAttempts) {
        boolean mutation = probe.effect() == Effect.MUTATION;
        Expectation repeated = mutation
                ? fails(OutcomeUnknownException.class, Outcome.UNKNOWN)
                : fails(NoReplyException.class, Outcome.NOT_DONE).requests(Math.min(2, maxAttempts), maxAttempts);
        Expectation unreadable = mutation
                ? fails(OutcomeUnknownException.class, Outcome.UNKNOWN)
                : fails(UnreadableReplyException.class, Outcome.NOT_DONE);
        return switch (fault) {
            case REFUSED, TLS_GARBAGE ->
                fails(UnreachableException.class, Outcome.NOT_DONE).requests(0, 0);
            case RESET_BEFORE ->
                (probe.preludes().isEmpty() ? repeated : fails(NoReplyException.class, Outcome.NOT_DONE))
                        .requests(0, 0);
            case RESET_AFTER,
                    STALLED,
                    CUT_BODY,
                    GARBAGE,
                    GARBAGE_WITHOUT_LINES,
                    BAD_GZIP,
                    SLOW_DRIP,
                    STATUS_408,
                    STATUS_429,
                    STATUS_502,
                    STATUS_503,
                    STATUS_503_RETRY_AT_ONCE,
                    STATUS_504 -> repeated;
            case NOT_JSON, HTML, EMPTY, HUGE, REDIRECT_302, REDIRECT_303, REDIRECT_307, STATUS_404, STATUS_500 ->
                unreadable;
            case WRONG_CONTENT_TYPE -> unreadable.orReturns();
            case STATUS_401 -> fails(UnauthorizedException.class, Outcome.NOT_DONE);
            case STATUS_403 -> fails(ForbiddenException.class, Outcome.NOT_DONE);
        };
    }
}
