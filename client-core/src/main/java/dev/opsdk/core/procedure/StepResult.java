package dev.opsdk.core.procedure;

import java.time.Duration;

/**
 * How one step ended.
 *
 * @param number from 1
 * @param title what it was to do
 * @param outcome how it ended
 * @param detail the evidence
 * @param duration how long it took
 */
public record StepResult(int number, String title, StepOutcome outcome, String detail, Duration duration) {
    @Override
    public String toString() {
        return number + ". " + outcome + " " + title + (detail.isEmpty() ? "" : ": " + detail);
    }
}
