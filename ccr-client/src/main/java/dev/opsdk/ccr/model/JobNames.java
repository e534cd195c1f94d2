package dev.opsdk.ccr.model;

import dev.opsdk.core.internal.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which names a job may have. The server takes any text that is not empty, and then a name can cut itself short in
 * {@code /list_jobs}, stop {@code /metrics} for everybody, or break the SQL of the metadata store (recorded, and read in source).
 * So a new job is held to more than an existing one, which must stay reachable whatever its name is.
 */
public final class JobNames {
    /** What the metadata store has room for on MySQL and PostgreSQL. */
    public static final int MAX_LENGTH = 512;

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_:./= -]+");
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private JobNames() {}

    /**
     * Checks the name of a job that is to be created. Letters, digits and {@code _ - : . / =} and blanks inside are taken.
     *
     * @param name the name
     * @return the name
     * @throws IllegalArgumentException if it would harm the job or others
     */
    public static String forNewJob(String name) {
        existing(name);
        if (!name.equals(name.strip())) {
            throw refused(name, "it begins or ends with blank space");
        }
        if (name.indexOf(',') >= 0) {
            throw refused(name, "/list_jobs cuts a name at its comma");
        }
        if (name.indexOf('\'') >= 0 || name.indexOf('"') >= 0 || name.indexOf('\\') >= 0) {
            throw refused(name, "the syncer builds SQL from text, so quotes and backslashes break its metadata store");
        }
        if (!HARMLESS.matcher(name).matches()) {
            throw refused(
                    name,
                    "up to release 2.1.8/3.0.4 it would make /metrics answer 500; use A-Z a-z 0-9 _ - (also : . / = blank)");
        }
        if (name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a job's name has at most " + MAX_LENGTH + " characters; this one has " + name.length());
        }
        return name;
    }

    /**
     * Checks the name of a job that may exist.
     *
     * @param name the name
     * @return the name
     * @throws IllegalArgumentException if it is blank or holds control characters
     */
    public static String existing(String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("a job's name must not be blank");
        }
        if (Texts.holdsControl(name)) {
            throw new IllegalArgumentException("a job's name must not hold control characters");
        }
        return name;
    }

    /**
     * What is unwise about a name that {@link #forNewJob} takes.
     *
     * @param name the name
     * @return sentences; none for {@code [A-Za-z0-9_-]{1,64}}
     */
    public static List<String> warnings(String name) {
        if (SAFE.matcher(name).matches()) {
            return List.of();
        }
        List<String> warnings = new ArrayList<>();
        if (name.length() > 64) {
            warnings.add(
                    "the name is longer than 64 characters; it becomes part of the snapshot's label, which Doris bounds");
        }
        if (name.chars().anyMatch(c -> " ./=".indexOf(c) >= 0)) {
            warnings.add(
                    "the name holds one of blank . / = ; it becomes part of the snapshot's label, for which Doris knows"
                            + " letters, digits, _ - and : only, and up to release 2.1.8/3.0.4 it shares its metrics with the job that has _"
                            + " in that place");
        }
        return List.copyOf(warnings);
    }

    private static IllegalArgumentException refused(String name, String why) {
        return new IllegalArgumentException("job name '" + name + "' refused: " + why);
    }
}
