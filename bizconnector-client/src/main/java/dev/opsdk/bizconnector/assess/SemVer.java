package dev.opsdk.bizconnector.assess;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version by Semantic Versioning 2.0.0. Orders by its rules: numbers as numbers, a pre-release before its release, build metadata
 * not at all, so that two versions that differ in it alone compare as equal and are not.
 *
 * @param major the major version
 * @param minor the minor version
 * @param patch the patch version
 * @param preRelease what stands behind the hyphen; empty for a release
 * @param build what stands behind the plus sign; empty when nothing does
 */
public record SemVer(int major, int minor, int patch, String preRelease, String build) implements Comparable<SemVer> {
    private static final String NUMBER = "(0|[1-9]\\d{0,8})";
    private static final String PRE_ID = "(?:0|[1-9]\\d*+|\\d*+[a-zA-Z-][0-9a-zA-Z-]*+)";
    private static final Pattern SHAPE = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-(" + PRE_ID
            + "(?:\\." + PRE_ID + ")*+))?" + "(?:\\+([0-9a-zA-Z-]++(?:\\.[0-9a-zA-Z-]++)*+))?");
    private static final int LONGEST = 256;

    /**
     * Reads a version, strictly: three numbers without leading zeros, no {@code v} before them.
     *
     * @param text any text
     * @return the version; empty if it is none, or has a number above 999,999,999
     */
    public static Optional<SemVer> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        String pre = matcher.group(4);
        String build = matcher.group(5);
        return Optional.of(new SemVer(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                pre == null ? "" : pre,
                build == null ? "" : build));
    }

    /**
     * Reads the version of a release: no pre-release, no build metadata. A plain build number, a commit hash, {@code latest} and
     * {@code alpha} are none, all of which stand among the tags of the connector's image.
     *
     * @param tag a tag
     * @return the version; empty if it is none
     */
    public static Optional<SemVer> release(String tag) {
        return parse(tag).filter(version -> version.isRelease() && version.build.isEmpty());
    }

    /**
     * Whether it is a release.
     *
     * @return true without a pre-release
     */
    public boolean isRelease() {
        return preRelease.isEmpty();
    }

    @Override
    public int compareTo(SemVer other) {
        int numbers = Comparator.comparingInt(SemVer::major)
                .thenComparingInt(SemVer::minor)
                .thenComparingInt(SemVer::patch)
                .compare(this, other);
        return numbers != 0 ? numbers : comparePre(preRelease, other.preRelease);
    }

    private static int comparePre(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(left.isEmpty(), right.isEmpty());
        }
        String[] lefts = left.split("\\.", -1);
        String[] rights = right.split("\\.", -1);
        for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
            int each = compareId(lefts[i], rights[i]);
            if (each != 0) {
                return each;
            }
        }
        return Integer.compare(lefts.length, rights.length);
    }

    private static int compareId(String left, String right) {
        boolean leftNumber = left.matches("[0-9]+");
        boolean rightNumber = right.matches("[0-9]+");
        if (leftNumber && rightNumber) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        return leftNumber || rightNumber ? Boolean.compare(rightNumber, leftNumber) : left.compareTo(right);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (preRelease.isEmpty() ? "" : "-" + preRelease)
                + (build.isEmpty() ? "" : "+" + build);
    }
}
