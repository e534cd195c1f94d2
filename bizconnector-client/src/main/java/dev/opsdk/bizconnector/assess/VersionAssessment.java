package dev.opsdk.bizconnector.assess;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the connector's version can be used by this client, and whether there is a newer one. */
public final class VersionAssessment {
    private static final int MAJOR = 7;
    private static final String READ = "GET /Monitoring/Version";

    // what the client offers and an older connector of the same major refuses
    private static final Map<String, SemVer> SINCE = since();

    private VersionAssessment() {}

    /**
     * Compares a connector's version with the tags of a registry. Only tags that are a strict version without pre-release count: the
     * image is also tagged with its build number, its commit, and words such as {@code latest}.
     *
     * @param running what the connector says of itself; {@code {{version}}} is an image that was never built properly
     * @param tags all tags of the image
     * @param source where the tags are from
     * @return a finding named {@code version}
     */
    public static CheckFinding compare(String running, Collection<String> tags, String source) {
        CheckFinding.Builder finding = CheckFinding.of("version");
        gate(running, finding);
        List<SemVer> releases =
                tags.stream().flatMap(tag -> SemVer.release(tag).stream()).toList();
        finding.seen("tags", tags.size() + ", of them releases: " + releases.size(), source);
        Optional<SemVer> current = SemVer.parse(running);
        Optional<SemVer> newest = releases.stream().max(Comparator.naturalOrder());
        if (newest.isEmpty()) {
            return finding.unknown("no tag is a release, so nothing tells the newest version")
                    .build();
        }
        finding.seen("newest", newest.get(), source);
        current.ifPresent(version -> compare(version, newest.get(), releases, finding));
        return finding.cannotKnow("whether the image was rebuilt under the same tag, and whether the host and Docker "
                        + "need updates")
                .build();
    }

    /**
     * Only the compatibility, when no registry can be asked.
     *
     * @param running what the connector says of itself
     * @return a finding named {@code compatibility}
     */
    public static CheckFinding compatibility(String running) {
        CheckFinding.Builder finding = CheckFinding.of("version");
        gate(running, finding);
        return finding.build();
    }

    private static void compare(SemVer current, SemVer newest, List<SemVer> releases, CheckFinding.Builder finding) {
        if (!current.isRelease()) {
            finding.warn(current + " runs, which is not a release");
        }
        if (current.compareTo(newest) > 0) {
            finding.pass(current + " runs, newer than all that the registry tells")
                    .cannotKnow("whether the list of tags is complete: a mirror may lag behind");
            return;
        }
        Optional<SemVer> sameMajor = releases.stream()
                .filter(each -> each.major() == current.major())
                .max(Comparator.naturalOrder())
                .filter(each -> each.compareTo(current) > 0);
        sameMajor.ifPresentOrElse(
                each -> finding.warn(current + " runs, " + each + " is out")
                        .advice("read the release notes, take the fingerprint before the stop, update to " + each
                                + ", compare the fingerprint after the start"),
                () -> finding.pass(current + " runs, the newest of its major version"));
        if (newest.major() > current.major()) {
            finding.warn("major version " + newest.major() + " is out (" + newest + ")")
                    .advice("plan the migration to " + newest.major()
                            + ": routes and database may change with a major version; back up the database first");
        }
    }

    private static void gate(String running, CheckFinding.Builder finding) {
        finding.seen("version", running, READ);
        Optional<SemVer> parsed = SemVer.parse(running);
        if (parsed.isEmpty()) {
            finding.unknown("the connector does not know its version: it says '" + running + "'")
                    .advice("run an image that was built by its pipeline");
            return;
        }
        SemVer version = parsed.get();
        if (version.major() < MAJOR) {
            finding.fail(version
                            + " has no /api/core/v1, which came with 7.0.0: this client's calls end with 404 there")
                    .advice("a 7.x connector cannot read a 6.x database: follow the migration guide from v6 to v7");
        } else if (version.major() > MAJOR) {
            finding.warn("this client was made for 7.x; what " + version + " changed it does not know")
                    .advice("update this client");
        } else {
            finding.pass(version + " has the routes of this client");
        }
        String missing = SINCE.entrySet().stream()
                .filter(each -> version.major() == MAJOR && version.compareTo(each.getValue()) < 0)
                .map(each -> each.getKey() + " (since " + each.getValue() + ")")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            finding.seen("not there yet", missing, "change history of the connector");
        }
    }

    private static Map<String, SemVer> since() {
        Map<String, SemVer> since = new LinkedHashMap<>();
        since.put("mail bodyFormat", new SemVer(7, 2, 0, "", ""));
        since.put("deletion of templates and tokens", new SemVer(7, 3, 0, "", ""));
        since.put("OpenID4VC types", new SemVer(7, 4, 0, "", ""));
        return since;
    }
}
