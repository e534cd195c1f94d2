package dev.opsdk.examples;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;

/** Whether somebody sits in front of it. */
public final class Terminals {
    private Terminals() {}

    /**
     * The console, if it is one of a person. From JDK 22 on there is a console without a terminal, and a method that says so.
     *
     * @return the console, or empty where input or output is no terminal
     */
    public static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Terminals::isTerminal);
    }

    /**
     * Whether a terminal's owner wants colour.
     *
     * @param env the environment
     * @return false with {@code NO_COLOR}, or where the terminal can do nothing
     */
    public static boolean colourWanted(Map<String, String> env) {
        return !env.containsKey("NO_COLOR") && !"dumb".equals(env.getOrDefault("TERM", "dumb"));
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return true; // an older JDK, which has a console on terminals only
        }
    }
}
