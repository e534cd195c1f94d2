package dev.opsdk.core.procedure;

/** Sees a run while it goes on, on the running thread. */
public interface ProcedureListener {
    /** Sees nothing. */
    ProcedureListener NONE = new ProcedureListener() {};

    /**
     * A step begins.
     *
     * @param number from 1
     * @param step the step
     */
    default void onStep(int number, Step step) {}

    /**
     * A step says how far it is.
     *
     * @param number from 1
     * @param progress a line
     */
    default void onProgress(int number, String progress) {}

    /**
     * A step ended.
     *
     * @param result how
     */
    default void onResult(StepResult result) {}
}
