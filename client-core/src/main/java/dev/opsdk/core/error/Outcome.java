package dev.opsdk.core.error;

/** Answers the question an operator has after a failed call: did it happen? */
public enum Outcome {
    /** Nothing changed: the request never left, was refused, or only read. */
    NOT_DONE,
    /** Some of it happened; the exception says what it knows. */
    PARTLY_DONE,
    /** It may or may not have happened. Look before you repeat it. */
    UNKNOWN
}
