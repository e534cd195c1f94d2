package dev.opsdk.oms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @Test
    void aStoresNameHasHostManagerPortSubtopicAndSequence() {
        StoreName name = StoreName.of("10.10.10.1-7100:p_4223_source-000-0:0008000002");

        assertThat(name.host()).contains("10.10.10.1");
        assertThat(name.port()).isEqualTo(OptionalInt.of(7100));
        assertThat(name.subTopic()).contains("p_4223_source-000-0");
        assertThat(name.sequence()).contains("0008000002");
        assertThat(name.text()).isEqualTo(name.toString());
    }

    @Test
    void aNameWithoutAPortIsTakenAsTheDocumentationHasOne() {
        StoreName name = StoreName.of("xxx.xxx.xxx.1:MYSQL_np_4x-1-0:0000000003");

        assertThat(name.host()).contains("xxx.xxx.xxx.1");
        assertThat(name.port()).isEmpty();
        assertThat(name.subTopic()).contains("MYSQL_np_4x-1-0");
    }

    @Test
    void anIpv6HostSurvives() {
        WriterName name = WriterName.of("fe80::1-9000:sub:0000000001");

        assertThat(name.host()).contains("fe80::1");
        assertThat(name.port()).isEqualTo(OptionalInt.of(9000));
        assertThat(name.subTopic()).contains("sub");
    }

    @Test
    void theSecondGenerationShowsInAConnectorsName() {
        ConnectorName second = ConnectorName.of("10.10.10.1-9000:connector_v2:np_56el-incr_trans-1-0:0000000002");

        assertThat(second.isV2()).isTrue();
        assertThat(second.host()).contains("10.10.10.1");
        assertThat(second.port()).isEqualTo(OptionalInt.of(9000));
        assertThat(second.task()).contains("np_56el-incr_trans-1-0");
        assertThat(ConnectorName.of("connector_v2").isV2()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ":", "::", "a:b", "-9000:s:1", "a-b-9000:s:1", "日本:x:1", "a:b:c:d:e:f"})
    void noShapeIsRefusedAndTheNameStaysWhole(String text) {
        StoreName name = StoreName.of(text);

        name.host();
        name.port();
        name.subTopic();
        name.sequence();
        assertThat(name.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", " a", "a "})
    void whatNoComponentCanBeCalledIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StoreName.of(text));
        assertThatIllegalArgumentException().isThrownBy(() -> WriterName.of(text));
        assertThatIllegalArgumentException().isThrownBy(() -> ConnectorName.of(text));
    }

    @Test
    void namesOfDifferentKindsAreNotEqual() {
        assertThat(StoreName.of("a")).isEqualTo(StoreName.of("a")).hasSameHashCodeAs(StoreName.of("a"));
        assertThat(StoreName.of("a")).isNotEqualTo(WriterName.of("a")).isNotEqualTo(StoreName.of("b"));
    }

    @Test
    void aCheckersIdIsTheMiddleOfItsName() {
        assertThat(CheckerTaskId.ofComponent("10.10.10.1-9000:90215:0000000001"))
                .isEqualTo(CheckerTaskId.of("90215"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckerTaskId.of("10.10.10.1-9000:90215:0000000001"))
                .withMessageContaining("ofComponent");
        assertThatIllegalArgumentException().isThrownBy(() -> CheckerTaskId.of("x"));
        assertThatIllegalArgumentException().isThrownBy(() -> CheckerTaskId.ofComponent("90215"));
    }
}
