package dev.opsdk.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.internal.Environment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What may become of a damaged variable of the environment: a client, or an {@link IllegalStateException} that names the variable in a
 * message for one screen.
 */
public final class EnvFuzz {
    private static final int SCREEN = 2_000;

    /** What stands in a credential of the test's, so that it is found again. */
    private static final String SECRET = "Zq7StoodInTheEnvironment";

    private EnvFuzz() {}

    /** Makes a client of an environment. */
    public interface Client extends Function<Environment, AutoCloseable> {}

    /**
     * Damages what a person wrote.
     *
     * @param variable its name
     * @param others the variables that are right
     * @param seeds what it may say
     * @param client the client's own {@code fromEnv}
     */
    public static void of(String variable, Map<String, String> others, List<String> seeds, Client client) {
        Parsing.lenient(variable, 300, seeds, text -> said(variable, others, text, client));
    }

    /**
     * Damages a credential: no message holds any of it.
     *
     * @param variable its name
     * @param others the variables that are right
     * @param client the client's own {@code fromEnv}
     */
    public static void ofSecret(String variable, Map<String, String> others, Client client) {
        Parsing.lenient(variable, 300, List.of(SECRET, SECRET + " " + SECRET), text -> {
            String said = said(variable, others, text, client);
            assertThat(said).doesNotContain(SECRET);
            return said;
        });
    }

    private static String said(String variable, Map<String, String> others, String text, Client client)
            throws Exception {
        Map<String, String> variables = new TreeMap<>(others);
        variables.put(variable, text);
        try (AutoCloseable made = client.apply(Environment.of(variables))) {
            return made.toString();
        } catch (IllegalStateException e) {
            assertThat(e.getMessage()).contains(variable).hasSizeLessThan(SCREEN);
            return PlantedSecrets.everythingSaidBy(e);
        }
    }
}
