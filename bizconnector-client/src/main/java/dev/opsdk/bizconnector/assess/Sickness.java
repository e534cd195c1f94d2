package dev.opsdk.bizconnector.assess;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Troubles of a running connector that its log tells of. */
public enum Sickness {
    /** The sync module could not synchronise. */
    SYNC_FAILED(
            Verdict.WARN,
            "Sync failed",
            "read in the line which did not answer, the database or the Backbone; messages arrive late or not at all"),
    /** A webhook target answered with something else than 2xx; the event is lost, nothing is sent again. */
    WEBHOOK_REFUSED(
            Verdict.WARN,
            "Request to webhook .{0,500}? returned status",
            "mend the target, then catch up by reading: events are not sent again"),
    /** A webhook target could not be reached; the event is lost. */
    WEBHOOK_UNREACHABLE(
            Verdict.WARN,
            "(?i)Request to webhook .{0,500}? failed",
            "mend the target or the way to it, then catch up by reading: events are not sent again"),
    /** The probe of the Backbone failed. */
    BACKBONE_PROBE_FAILED(
            Verdict.WARN,
            "An error occured during the Backbone connection health check",
            "look at the Backbone and the way to it"),
    /** A call to the Backbone ended without an answer. */
    BACKBONE_UNREACHABLE(
            Verdict.WARN,
            "RequestError: error\\.transport\\.request\\.(?:unknown|network|aborted)",
            "check DNS, proxy and firewall to the Backbone"),
    /** The Backbone refuses the credentials. */
    BACKBONE_UNAUTHORIZED(
            Verdict.FAIL,
            "error\\.platform\\.unauthorized|error\\.transport\\.request\\.noAuthGrant|error\\.transport\\.general\\.platformClientInvalid",
            "check platformClientId and platformClientSecret"),
    /** The database does not answer. */
    DATABASE_DOWN(
            Verdict.FAIL,
            "MongoServerSelectionError|MongoNetworkError|MongoTopologyClosedError|ECONNREFUSED \\S{1,100}:27017|Could not connect to the configured database",
            "look at the database; while it is down most calls end with 400 error.runtime.unknown"),
    /** The process ran out of memory. */
    OUT_OF_MEMORY(
            Verdict.FAIL,
            "JavaScript heap out of memory|ENOMEM",
            "give it more memory, and look for the load that needed it");

    private final Verdict weight;
    private final Pattern pattern;
    private final String advice;

    Sickness(Verdict weight, String regex, String advice) {
        this.weight = weight;
        this.pattern = Pattern.compile(regex);
        this.advice = advice;
    }

    /**
     * How bad it is.
     *
     * @return a verdict
     */
    public Verdict weight() {
        return weight;
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
     * Finds sicknesses.
     *
     * @param event an event of a log
     * @return those that it tells of
     */
    public static Set<Sickness> in(LogEvent event) {
        Set<Sickness> found = EnumSet.noneOf(Sickness.class);
        // what was sent and received is logged below INFO and quotes anything
        if (event.level() != LogLevel.TRACE && event.level() != LogLevel.DEBUG) {
            String text = event.text();
            Arrays.stream(values())
                    .filter(each -> each.pattern.matcher(text).find())
                    .forEach(found::add);
        }
        return found;
    }
}
