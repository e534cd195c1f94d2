package dev.opsdk.examples.openmldb;

import dev.opsdk.core.Secret;
import java.io.Console;

/** Asks at the terminal. */
final class ConsolePrompt implements Prompt {
    private final Console console;

    ConsolePrompt(Console console) {
        this.console = console;
    }

    @Override
    public String line(String question) {
        String line = console.readLine("%s", question);
        return line == null ? "" : line;
    }

    @Override
    public Secret secret(String question) {
        char[] typed = console.readPassword("%s", question);
        return Secret.of(typed == null ? "" : new String(typed));
    }
}
