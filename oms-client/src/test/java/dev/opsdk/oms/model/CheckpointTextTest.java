package dev.opsdk.oms.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTextTest {
    @Test
    void theWordNullIsAbsent() {
        CheckpointText text = CheckpointText.of("10.10.10.1:0:null:null:1639732207:0");

        assertThat(text.wellFormed()).isTrue();
        assertThat(text.host()).contains("10.10.10.1");
        assertThat(text.port()).isEqualTo(OptionalInt.of(0));
        assertThat(text.file()).isEmpty();
        assertThat(text.offset()).isEmpty();
        assertThat(text.time()).contains(Instant.ofEpochSecond(1_639_732_207));
        assertThat(text.recordId()).isEqualTo(OptionalLong.of(0));
    }

    @Test
    void emptyPartsAreAbsent() {
        CheckpointText text = CheckpointText.of("::::1700218988:");

        assertThat(text.wellFormed()).isTrue();
        assertThat(text.host()).isEmpty();
        assertThat(text.port()).isEmpty();
        assertThat(text.file()).isEmpty();
        assertThat(text.offset()).isEmpty();
        assertThat(text.time()).contains(Instant.ofEpochSecond(1_700_218_988));
        assertThat(text.recordId()).isEmpty();
    }

    @Test
    void allPartsOfAStoresEnd() {
        CheckpointText text = CheckpointText.of("10.10.10.1:1:1663295962:662932:1663295962:3940774");

        assertThat(text.file()).isEqualTo(OptionalLong.of(1_663_295_962));
        assertThat(text.offset()).isEqualTo(OptionalLong.of(662_932));
        assertThat(text.time()).contains(Instant.ofEpochSecond(1_663_295_962));
        assertThat(text.recordId()).isEqualTo(OptionalLong.of(3_940_774));
    }

    @Test
    void anIpv6HostSurvivesBecauseItIsReadFromTheRight() {
        CheckpointText text = CheckpointText.of("fe80::1:2:3306:12:34:1700218988:7");

        assertThat(text.host()).contains("fe80::1:2");
        assertThat(text.port()).isEqualTo(OptionalInt.of(3306));
        assertThat(text.recordId()).isEqualTo(OptionalLong.of(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":::::x",
                "no position",
                "a:b:c:d:e:f",
                "1:2:3:4:5",
                "10.10.10.1:0:mysql-bin.000001:4:1639732207:0",
                "h:1:1:1:99999999999999999999999:1"
            })
    void whatIsNoPositionKeepsItselfAndNothingElse(String raw) {
        CheckpointText text = CheckpointText.of(raw);

        assertThat(text.wellFormed()).isFalse();
        assertThat(text.raw()).isEqualTo(raw);
        assertThat(text.toString()).isEqualTo(raw);
        assertThat(text.host()).isEmpty();
        assertThat(text.time()).isEmpty();
        assertThat(text.recordId()).isEmpty();
    }

    @Test
    void aTimeOfZeroIsUnknownAndMillisecondsAreNoTime() {
        assertThat(CheckpointText.of("h:1:1:1:0:1").time()).isEmpty();
        assertThat(CheckpointText.of("h:1:1:1:1639732207000:1").time()).isEmpty();
        assertThat(CheckpointText.of("h:99999:1:1:1:1").port()).isEmpty();
    }

    @Test
    void aTimeAloneIsWrittenAsAStoresStartTakesIt() {
        CheckpointText text = CheckpointText.at(Instant.parse("2023-11-17T11:03:08.999Z"));

        assertThat(text).isEqualTo(CheckpointText.of("::::1700218988:")).hasSameHashCodeAs("::::1700218988:");
        assertThat(text.time()).contains(Instant.ofEpochSecond(1_700_218_988));
    }

    @Property
    void noTextMakesItFail(@ForAll String raw) {
        assertThat(CheckpointText.of(raw).raw()).isEqualTo(raw);
    }

    @Property
    void whateverIsPackedIsFoundAgain(
            @ForAll @LongRange(min = 0, max = 65_535) long port,
            @ForAll @LongRange(min = 1, max = 99_999_999_999L) long seconds,
            @ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long record) {
        CheckpointText text = CheckpointText.of("db.example:" + port + ":::" + seconds + ":" + record);

        assertThat(text.port()).hasValue((int) port);
        assertThat(text.time()).contains(Instant.ofEpochSecond(seconds));
        assertThat(text.recordId()).hasValue(record);
    }
}
