package dev.opsdk.core.error;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The server read the request and refused it. Repeat it after fixing the cause. The kinds below it are told apart by what the
 * server says, not by the HTTP status.
 */
public class RejectedException extends OpsException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    /**
     * For the clients of this project.
     *
     * @param refusal what the server said
     */
    public RejectedException(Refusal refusal) {
        this(refusal, Outcome.NOT_DONE);
    }

    RejectedException(Refusal refusal, Outcome outcome) {
        super(refusal.call(), outcome, refusal.text(), null);
        this.refusal = refusal;
    }

    /**
     * The server's own words, secrets masked.
     *
     * @return the words
     */
    public String serverMessage() {
        return refusal.message();
    }

    /**
     * The HTTP status of the answer. Some servers refuse with 200.
     *
     * @return the status, or empty when there was no HTTP answer to this very request
     */
    public OptionalInt status() {
        return refusal.statusIfAny();
    }

    /**
     * What usually helps.
     *
     * @return a remedy, or empty when none is known
     */
    public Optional<String> remedy() {
        return refusal.remedyIfAny();
    }

    @Override
    public Map<String, String> details() {
        return refusal.details();
    }
}
