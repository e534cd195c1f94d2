package dev.opsdk.core.call;

import dev.opsdk.core.error.OpsException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One attempt to talk to a server, as a listener sees it.
 *
 * @param site the call
 * @param attempt which attempt this was, from 1; a redirect that was followed counts as one
 * @param status the HTTP status, or empty when no answer came
 * @param duration from the first byte to the decoded reply
 * @param failure what the attempt ended with, or empty when it succeeded
 */
public record Exchange(
        CallSite site, int attempt, OptionalInt status, Duration duration, Optional<OpsException> failure) {}
