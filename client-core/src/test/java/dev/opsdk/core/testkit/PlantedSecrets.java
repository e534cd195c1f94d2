package dev.opsdk.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Secrets that can be found wherever they leak. Plant them in requests and answers, then give everything a person may see to
 * {@link #assertNowhere}.
 */
public final class PlantedSecrets {
    private final Set<String> forms = new LinkedHashSet<>();
    private int planted;

    /** A secret of letters and digits only, so that nothing escapes it. */
    public String plain() {
        return plant("Zq7Planted" + next() + "xW9");
    }

    /** A secret full of characters that JSON, URLs and shells escape. */
    public String awkward() {
        return plant("Zq7\"Pl\\an'ted +&=%/" + next() + "ö€x;W9");
    }

    /** A {@link #plain()} secret, wrapped. */
    public Secret secret() {
        return Secret.of(plain());
    }

    /**
     * Registers a secret of the test's own.
     *
     * @param value the secret
     * @return the same
     */
    public String plant(String value) {
        forms.add(value);
        forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        forms.add(value.replace("\\", "\\\\").replace("\"", "\\\""));
        forms.add(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
        return value;
    }

    /**
     * Registers what HTTP Basic makes of a user and a planted secret.
     *
     * @param user the user
     * @param password the secret
     */
    public void plantBasic(String user, String password) {
        plant(password);
        forms.add(Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Fails if one of the secrets, in any of its written forms, can be seen.
     *
     * @param things texts, exceptions (messages, causes, suppressed ones, stack traces) or anything with a {@code toString}
     */
    public void assertNowhere(Object... things) {
        assertThat(forms).as("nothing was planted").isNotEmpty();
        for (Object thing : things) {
            String said = thing instanceof Throwable thrown ? everythingSaidBy(thrown) : String.valueOf(thing);
            for (String form : forms) {
                assertThat(said).as("a planted secret can be seen").doesNotContain(form);
            }
        }
    }

    /**
     * All that an exception says: messages, causes, suppressed ones, stack traces.
     *
     * @param thrown the exception
     */
    public static String everythingSaidBy(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private int next() {
        return ++planted;
    }
}
