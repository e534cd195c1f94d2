package dev.opsdk.bizconnector.assess;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a connector did not start, as its log tells. All of these end with exit code 1. */
public enum BootFailure {
    /** The database cannot be reached. */
    DATABASE_UNREACHABLE(
            "Could not connect to the configured database",
            "check the connection string and that the database runs and can be reached from the connector"),
    /** The Backbone is of a version that this connector does not speak. */
    BACKBONE_INCOMPATIBLE(
            "The given Backbone is not compatible with this Connector version\\.[^\\n]{0,300}",
            "use a connector that speaks this Backbone's version, or another Backbone"),
    /** The Backbone refuses the client id and secret, or does not know the device in this database. */
    PLATFORM_CLIENT_INVALID(
            "(?s)(?:Show help.{0,200}?CoreError: |ConnectorRuntime - )error\\.transport\\.general\\.platformClientInvalid",
            "check platformClientId and platformClientSecret; with an existing database also that it belongs to this Backbone"),
    /** There is no identity in this database, and none may be made. */
    IDENTITY_CREATION_FORBIDDEN(
            "error\\.transport\\.general\\.noIdentityFound",
            "check database.dbName before anything else: another name is another identity; allow the creation only for a new one"),
    /** The configuration does not fit. */
    CONFIGURATION_INVALID(
            "The configuration is not valid:(?:\\R {2}- [^\\n]{0,200}){0,20}", "correct the settings that it names"),
    /** Two API keys are the same. */
    DUPLICATE_API_KEYS("Duplicate API keys found in configuration", "give each id a key of its own"),
    /** API keys that are too weak. */
    WEAK_API_KEY(
            "The API keys with the following key\\(s\\) does not meet the requirements: [^\\n]{0,200}?(?=\\. They must|\\n|$)",
            "make keys of at least 30 characters with 2 digits, 2 upper and 2 lower case letters and a special character"),
    /** No key is enabled and unexpired. */
    NO_VALID_API_KEY("No valid API keys found in configuration", "add a key that is enabled and has not expired"),
    /** The Backbone did not answer. */
    BACKBONE_UNREACHABLE(
            "(?s)Show help.{0,200}?RequestError: error\\.transport\\.request\\.\\w+ \\(\\d+\\)",
            "check DNS, proxy and firewall to transportLibrary.baseUrl: a connector does not start without its Backbone");

    private final Pattern pattern;
    private final String advice;

    BootFailure(String regex, String advice) {
        this.pattern = Pattern.compile(regex);
        this.advice = advice;
    }

    /**
     * What to do.
     *
     * @return an order
     */
    public String advice() {
        return advice;
    }

    /**
     * Finds a boot failure.
     *
     * @param event an event of a log
     * @return the failure that it tells of
     */
    public static Optional<BootFailure> in(LogEvent event) {
        if (event.level() != LogLevel.NONE
                && event.lines().size() == 1
                && !event.level().trouble()) {
            return Optional.empty(); // spares nine searches in most lines
        }
        String text = event.text();
        return Arrays.stream(values())
                .filter(each -> each.pattern.matcher(text).find())
                .findFirst();
    }

    /**
     * The words that tell of it.
     *
     * @param event an event of a log
     * @return the part of its text; empty when it tells of something else
     */
    Optional<String> words(LogEvent event) {
        Matcher matcher = pattern.matcher(event.text());
        return matcher.find()
                ? Optional.of(matcher.group().replaceFirst("(?s)^Show help.*?(?=\\w+Error: )", ""))
                : Optional.empty();
    }
}
