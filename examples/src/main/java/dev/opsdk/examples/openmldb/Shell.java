package dev.opsdk.examples.openmldb;

import dev.opsdk.examples.Terminals;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * Where the command runs.
 *
 * @param out for what was asked for
 * @param err for everything else
 * @param env the environment
 * @param prompt whoever sits at the terminal, if it is one
 */
record Shell(PrintStream out, PrintStream err, Map<String, String> env, Optional<Prompt> prompt) {
    static final String RED = "31";
    static final String GREEN = "32";

    static Shell standard() {
        return new Shell(
                System.out, System.err, System.getenv(), Terminals.console().map(ConsolePrompt::new));
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(env.get(name)).filter(text -> !text.isEmpty());
    }

    boolean terminal() {
        return prompt.isPresent();
    }

    boolean colour() {
        return terminal() && Terminals.colourWanted(env);
    }

    void say(String text) {
        err.println(text);
    }

    String paint(String code, String text) {
        return colour() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** All that is said goes to one side, so that the other holds nothing but JSON. */
    Shell withTextOnErr() {
        return new Shell(err, err, env, prompt);
    }
}
