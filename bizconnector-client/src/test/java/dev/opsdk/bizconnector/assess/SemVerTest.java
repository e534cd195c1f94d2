package dev.opsdk.bizconnector.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SemVerTest {
    @Test
    void tagsOfTheImageThatAreNoReleaseAreNone() {
        for (String tag : List.of(
                "1234",
                "20260820",
                "latest",
                "alpha",
                "openid4vc",
                "a56d38894ed96af655b263cef2de95677d3a0041",
                "v7.4.6",
                "7.4",
                "7.4.6-alpha.1",
                "7.4.6+5",
                "07.4.6",
                "7.4.6 ",
                "7.4.6\n",
                "{{version}}",
                "",
                "9999999999.0.0")) {
            assertThat(SemVer.release(tag)).as(tag).isEmpty();
        }
        assertThat(SemVer.release("7.4.6")).contains(new SemVer(7, 4, 6, "", ""));
    }

    @Test
    void theOrderIsThatOfTheStandard() {
        List<SemVer> inOrder = List.of(
                        "1.0.0-alpha",
                        "1.0.0-alpha.1",
                        "1.0.0-alpha.beta",
                        "1.0.0-beta",
                        "1.0.0-beta.2",
                        "1.0.0-beta.11",
                        "1.0.0-rc.1",
                        "1.0.0",
                        "1.2.0",
                        "1.10.0",
                        "2.0.0")
                .stream()
                .map(text -> SemVer.parse(text).orElseThrow())
                .toList();
        assertThat(inOrder.stream().sorted().toList()).isEqualTo(inOrder);
        assertThat(inOrder.stream().sorted(Comparator.reverseOrder()).sorted().toList())
                .isEqualTo(inOrder);
    }

    @Test
    void eachIsBeforeAllThatFollow() {
        List<String> inOrder = List.of(
                "1.0.0-0",
                "1.0.0-2",
                "1.0.0-11",
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-b",
                "1.0.0",
                "1.0.1",
                "1.1.0",
                "2.0.0");
        for (int i = 0; i < inOrder.size(); i++) {
            for (int j = 0; j < inOrder.size(); j++) {
                assertThat(Integer.signum(SemVer.parse(inOrder.get(i))
                                .orElseThrow()
                                .compareTo(SemVer.parse(inOrder.get(j)).orElseThrow())))
                        .as(inOrder.get(i) + " and " + inOrder.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Property
    void whatIsWrittenCanBeReadAgain(
            @ForAll @IntRange(max = 999_999_999) int major,
            @ForAll @IntRange(max = 999_999_999) int minor,
            @ForAll @IntRange(max = 999_999_999) int patch) {
        SemVer version = new SemVer(major, minor, patch, "rc.1", "b-7");
        assertThat(SemVer.parse(version.toString())).contains(version);
    }

    @Property
    void noTextBreaksTheReader(@ForAll String text) {
        SemVer.parse(text).ifPresent(version -> assertThat(version.toString()).isEqualTo(text));
    }

    @Property
    void theOrderIsTheSameBothWays(
            @ForAll @IntRange(max = 3) int a, @ForAll @IntRange(max = 3) int b, @ForAll boolean pre) {
        SemVer left = new SemVer(1, a, b, pre ? "rc." + a : "", "");
        SemVer right = new SemVer(1, b, a, pre ? "" : "rc." + b, "");
        assertThat(Integer.signum(left.compareTo(right))).isEqualTo(-Integer.signum(right.compareTo(left)));
    }
}
