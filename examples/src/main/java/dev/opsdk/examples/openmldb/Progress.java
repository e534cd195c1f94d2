package dev.opsdk.examples.openmldb;

import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepResult;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a run is: a bar for a person, lines for a log. */
interface Progress extends ProcedureListener, AutoCloseable {
    @Override
    void close();

    static Progress of(String task, int steps, Shell shell) {
        return shell.terminal() ? new Bar(task, steps, shell) : new Lines(steps, shell);
    }

    /** A line a step, and one when what it waits for changes. */
    final class Lines implements Progress {
        private final int steps;
        private final Shell shell;
        private String last = "";

        Lines(int steps, Shell shell) {
            this.steps = steps;
            this.shell = shell;
        }

        @Override
        public void onStep(int number, Step step) {
            shell.say("[" + number + "/" + steps + "] " + step.title());
            last = "";
        }

        @Override
        public void onProgress(int number, String progress) {
            if (!progress.equals(last)) {
                shell.say("    " + progress);
                last = progress;
            }
        }

        @Override
        public void onResult(StepResult result) {
            switch (result.outcome()) {
                case DONE, ALREADY, NOT_RUN -> {}
                case REJECTED, FAILED, UNKNOWN -> shell.say("    " + result.outcome() + ": " + result.detail());
            }
        }

        @Override
        public void close() {}
    }

    /** One line that is written over again; failures stay above it. */
    final class Bar implements Progress {
        private static final int WIDTH = 110;

        private final Shell shell;
        private final ProgressBar bar;

        Bar(String task, int steps, Shell shell) {
            this.shell = shell;
            this.bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(steps)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(shell.err(), WIDTH))
                    .build();
        }

        @Override
        public void onStep(int number, Step step) {
            bar.setExtraMessage(" " + step.title());
        }

        @Override
        public void onResult(StepResult result) {
            bar.step();
            switch (result.outcome()) {
                case DONE, ALREADY, NOT_RUN -> {}
                case REJECTED, FAILED, UNKNOWN ->
                    shell.say("\n" + shell.paint(Shell.RED, result.outcome() + ": " + result.title()) + ": "
                            + result.detail());
            }
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
