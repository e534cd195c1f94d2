package dev.opsdk.oms.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The supervisor's {@code drc.properties}. It holds passwords, so nothing of it but one key is ever said. */
public final class DrcProperties {
    private static final String KEY = "cm.url";

    private DrcProperties() {}

    /**
     * The cluster manager's address.
     *
     * @param file usually {@code /home/ds/supervisor/package/config/drc.properties} in the container
     * @return the value of {@code cm.url}
     * @throws IllegalArgumentException if the file cannot be read or has no such key; names file and key, never another value
     */
    public static String cmUrl(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot read " + file + " (" + e.getClass().getSimpleName() + "), where " + KEY + " should be");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file
                    + " is no properties file: it has a backslash with a 'u' and no four digits behind it; give the value of "
                    + KEY + " to connect(url)");
        }
        String url = properties.getProperty(KEY, "").strip();
        if (url.isEmpty()) {
            throw new IllegalArgumentException(file + " has no " + KEY);
        }
        return url;
    }
}
