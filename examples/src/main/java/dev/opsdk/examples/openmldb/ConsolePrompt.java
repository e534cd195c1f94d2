package dev.opsdk.examples.openmldb;

import dev.opsdk.core.Secret;
import java.io.Console;
import java.util.function.Supplier;

/** Asks at the terminal. A read from there cannot be interrupted: whoever ends the process must not wait for it. */
final class ConsolePrompt implements Prompt {
    private static volatile boolean open;

    private final Console console;

    ConsolePrompt(Console console) {
        this.console = console;
    }

    static boolean isOpen() {
        return open;
    }

    @Override
    public String line(String question) {
        return asking(() -> {
            String line = console.readLine("%s", question);
            return line == null ? "" : line;
        });
    }

    @Override
    public Secret secret(String question) {
        return asking(() -> {
            char[] typed = console.readPassword("%s", question);
            return Secret.of(typed == null ? "" : new String(typed));
        });
    }

    private static <T> T asking(Supplier<T> question) {
        open = true;
        try {
            return question.get();
        } finally {
            open = false;
        }
    }
}
