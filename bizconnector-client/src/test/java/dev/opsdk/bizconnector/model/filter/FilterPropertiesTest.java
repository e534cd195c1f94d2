package dev.opsdk.bizconnector.model.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.bizconnector.model.PasswordLocation;
import dev.opsdk.bizconnector.model.relationship.RelationshipStatus;
import dev.opsdk.core.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What the server makes of a filter's values is what was meant. */
class FilterPropertiesTest {
    private static final String OPERATORS = "!<>^$~";

    private static List<String> filename(FileFilter filter) {
        return filter.parameters().get("filename");
    }

    /** How the server reads one value: an operator, maybe an equals sign, and the rest, which it coerces. */
    private static boolean finds(String value, String stored) {
        if (value.isEmpty()) {
            return true;
        }
        char operator = value.charAt(0);
        boolean equals = value.length() > 1 && value.charAt(1) == '=';
        String rest = value.substring(OPERATORS.indexOf(operator) < 0 ? 0 : equals ? 2 : 1);
        return switch (operator) {
            case '!' -> !rest.isEmpty() && (looksLikeSomethingElse(rest) || !stored.equals(rest));
            case '^' -> regex("^" + rest, stored);
            case '$' -> regex(rest + "$", stored);
            case '~' -> regex(rest, stored);
            case '<', '>' -> throw new AssertionError("no comparison was meant: " + value);
            default -> !looksLikeSomethingElse(rest) && stored.equals(rest);
        };
    }

    private static boolean regex(String regex, String stored) {
        return Pattern.compile(
                        regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL | Pattern.UNIX_LINES)
                .matcher(stored)
                .find();
    }

    /** JavaScript's own idea of a number, and the words for booleans. */
    private static boolean looksLikeSomethingElse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return word.equals("true")
                || word.equals("false")
                || word.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?|0x[0-9a-f]+|0b[01]+|0o[0-7]+|[+-]?infinity");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("aB!<>^$~=+1.0e-x*()[]{}|\\/? ")
                        .ofMinLength(1)
                        .ofMaxLength(8),
                Arbitraries.of(
                        "true", "False", "2020", "1e5", "0x1F", "-3", ".5", "!", "~x", "=x", "a=b", "*.txt", "c++"));
    }

    @Property
    void aTextFindsItself(@ForAll("texts") String text) {
        List<String> values = filename(new FileFilter().filename().is(text));
        assertThat(values).hasSize(1);
        assertThat(finds(values.get(0), text)).isTrue();
        assertThat(finds(values.get(0), text + "x")).isFalse();
        assertThat(finds(values.get(0), "x" + text)).isFalse();
    }

    @Property
    void oneOfSomeTextsFindsEach(@ForAll("texts") String one, @ForAll("texts") String other) {
        List<String> values = filename(new FileFilter().filename().is(one, other));
        assertThat(values.stream().anyMatch(value -> finds(value, one))).isTrue();
        assertThat(values.stream().anyMatch(value -> finds(value, other))).isTrue();
        assertThat(values.stream().anyMatch(value -> finds(value, one + other + "x")))
                .isFalse();
    }

    @Property
    void beginningsEndsAndPartsAreFound(@ForAll("texts") String text) {
        assertThat(finds(filename(new FileFilter().filename().startsWith(text)).get(0), text + "y"))
                .isTrue();
        assertThat(finds(filename(new FileFilter().filename().startsWith(text)).get(0), "y" + "y".repeat(9) + "y"))
                .isFalse();
        assertThat(finds(filename(new FileFilter().filename().endsWith(text)).get(0), "y" + text))
                .isTrue();
        assertThat(finds(filename(new FileFilter().filename().contains(text)).get(0), "y" + text + "y"))
                .isTrue();
    }

    @Property
    void aTextIsLeftOutOrRefused(@ForAll("texts") String text) {
        try {
            String value = filename(new FileFilter().filename().isNot(text)).get(0);
            assertThat(finds(value, text)).isFalse();
            assertThat(finds(value, "y" + text)).isTrue();
        } catch (IllegalArgumentException e) {
            assertThat(looksLikeSomethingElse(text) || text.startsWith("=") || text.isEmpty())
                    .isTrue();
        }
    }

    @Property
    void timesCompareLikeTheirTexts(@ForAll long one, @ForAll long other) {
        Instant first = Instant.ofEpochMilli(Math.floorMod(one, 4_000_000_000_000L));
        Instant second = Instant.ofEpochMilli(Math.floorMod(other, 4_000_000_000_000L));
        String a = new FileFilter()
                .createdAt()
                .is(first)
                .parameters()
                .get("createdAt")
                .get(0);
        String b = new FileFilter()
                .createdAt()
                .is(second)
                .parameters()
                .get("createdAt")
                .get(0);
        assertThat(a).hasSize(24).endsWith("Z");
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(Integer.signum(first.compareTo(second)));
    }

    @Test
    void aBoundBetweenTwoMillisecondsLosesNothing() {
        Instant between = Instant.parse("2026-01-01T00:00:00.1234Z");
        assertThat(new FileFilter().createdAt().before(between).parameters().get("createdAt"))
                .containsExactly("<2026-01-01T00:00:00.124Z");
        assertThat(new FileFilter().createdAt().atOrAfter(between).parameters().get("createdAt"))
                .containsExactly(">=2026-01-01T00:00:00.124Z");
        assertThat(new FileFilter().createdAt().after(between).parameters().get("createdAt"))
                .containsExactly(">2026-01-01T00:00:00.123Z");
        assertThat(new FileFilter().createdAt().atOrBefore(between).parameters().get("createdAt"))
                .containsExactly("<=2026-01-01T00:00:00.123Z");
        assertThat(new FileFilter().createdAt().isNot(between).parameters().get("createdAt"))
                .containsExactly("!2026-01-01T00:00:00.123Z");
        assertThatThrownBy(() -> new FileFilter().createdAt().after(Instant.parse("+10000-01-01T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rangesAreTwoBoundsOfOneField() {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(new FileFilter()
                        .createdAt()
                        .between(from, from.plusSeconds(1))
                        .parameters()
                        .get("createdAt"))
                .containsExactly(">=2026-01-01T00:00:00.000Z", "<2026-01-01T00:00:01.000Z");
        assertThatThrownBy(() -> new FileFilter().createdAt().between(from, from))
                .hasMessageContaining("no time");
        assertThat(new FileFilter().filesize().between(1, 2).parameters().get("filesize"))
                .containsExactly(">=1", "<=2");
        assertThatThrownBy(() -> new FileFilter().filesize().between(2, 1)).hasMessageContaining("no number");
    }

    @Test
    void numbersHaveEveryOperator() {
        assertThat(new FileFilter().filesize().is(1, 2).parameters().get("filesize"))
                .containsExactly("1", "2");
        assertThat(new FileFilter().filesize().isNot(1, 2).parameters().get("filesize"))
                .containsExactly("!1", "!2");
        assertThat(new FileFilter().filesize().moreThan(1).parameters().get("filesize"))
                .containsExactly(">1");
        assertThat(new FileFilter().filesize().atLeast(1).parameters().get("filesize"))
                .containsExactly(">=1");
        assertThat(new FileFilter().filesize().lessThan(1).parameters().get("filesize"))
                .containsExactly("<1");
        assertThat(new FileFilter().filesize().atMost(1).parameters().get("filesize"))
                .containsExactly("<=1");
        assertThat(new FileFilter().filesize().exists().parameters().get("filesize"))
                .containsExactly("");
        assertThat(new FileFilter().filesize().missing().parameters().get("filesize"))
                .containsExactly("!");
    }

    @Test
    void flagsMarksAndChoicesSayWhatTheServerStores() {
        assertThat(new FileFilter()
                        .isOwn()
                        .is(false)
                        .ownershipIsLocked()
                        .is(false)
                        .parameters())
                .containsEntry("isOwn", List.of("!true"))
                .containsEntry("ownershipIsLocked", List.of("!"));
        assertThat(new FileFilter()
                        .isOwn()
                        .is(true)
                        .ownershipIsLocked()
                        .is(true)
                        .parameters())
                .containsEntry("isOwn", List.of("true"))
                .containsEntry("ownershipIsLocked", List.of("true"));
        assertThat(new RelationshipFilter()
                        .status()
                        .isNoneOf(List.of(RelationshipStatus.Known.PENDING, RelationshipStatus.Known.ACTIVE))
                        .parameters()
                        .get("status"))
                .containsExactly("!Pending", "!Active");
        assertThat(new RelationshipFilter()
                        .status()
                        .isAnyOf(List.of(RelationshipStatus.Known.PENDING, RelationshipStatus.Known.ACTIVE))
                        .parameters()
                        .get("status"))
                .containsExactly("Pending", "Active");
        assertThat(new RelationshipFilter()
                        .status()
                        .isNot(RelationshipStatus.Known.ACTIVE)
                        .parameters()
                        .get("status"))
                .containsExactly("!Active");
    }

    @Test
    void aPinIsFoundAlthoughItLooksLikeANumberAndIsNotPrinted() {
        TokenFilter filter = new TokenFilter()
                .password(Secret.of("1234"))
                .passwordIsPin()
                .is(true)
                .passwordProtected(true)
                .passwordLocation(PasswordLocation.of(50));
        assertThat(filter.parameters())
                .containsEntry("passwordProtection.password", List.of("~^(?:1234)$"))
                .containsEntry("passwordProtection.passwordLocationIndicator", List.of("50"));
        assertThat(filter.toString()).doesNotContain("1234").contains("***");
    }

    @Test
    void messagesAreFoundByAttachmentsAndParticipants() {
        assertThat(new MessageFilter().attachments().some().parameters()).containsEntry("attachments", List.of("+"));
        assertThat(new MessageFilter()
                        .attachments()
                        .anyOf("FILaaaaaaaaaaaaaaaaa")
                        .participant()
                        .is("did:e:localhost:dids:cf4857bdf1a5a6d5715252")
                        .parameters())
                .hasSize(2);
        assertThatThrownBy(() -> new MessageFilter().attachments().anyOf()).hasMessageContaining("nothing");
        assertThatThrownBy(() -> new MessageFilter().participant().is()).hasMessageContaining("nothing");
        assertThatThrownBy(() -> new MessageFilter().participant().is("me")).hasMessageContaining("not an address");
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertThatThrownBy(() -> new FileFilter().title().is("a").title().is("b"))
                .hasMessageContaining("asked twice");
        assertThatThrownBy(() -> new FileFilter().title().is()).hasMessageContaining("nothing");
        assertThatThrownBy(() -> new FileFilter().title().startsWith("")).hasMessageContaining("exists()");
        assertThatThrownBy(() -> new FileFilter().tags().anyOf("2026")).hasMessageContaining("tag");
        assertThat(new FileFilter().title().matches("=x").parameters().get("title"))
                .containsExactly("~(?:=x)");
        assertThat(new FileFilter().title().is("").parameters().get("title")).containsExactly("~^(?:)$");
    }
}
