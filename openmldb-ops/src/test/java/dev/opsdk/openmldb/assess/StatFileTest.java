package dev.opsdk.openmldb.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatFileTest {
    private static final String REAL = """
            127.0.0.1:10922,__INTERNAL_DB,JOB_INFO,2,0,127.0.0.1:10923
            127.0.0.1:10922,INFORMATION_SCHEMA,DEPLOY_RESPONSE_TIME,5,0,127.0.0.1:10923
            127.0.0.1:10922,demo_db,t1,6,1,
            """;

    @Test
    void readsAndWritesWhatTheToolWrites() {
        StatFile file = StatFile.parse(REAL);
        assertThat(file.all()).hasSize(3);
        assertThat(file.all().get(0))
                .isEqualTo(new StatLine(
                        "127.0.0.1:10922", "__INTERNAL_DB", "JOB_INFO", 2, 0, Optional.of("127.0.0.1:10923")));
        assertThat(file.all().get(2).added()).isEmpty();
        assertThat(StatFile.parse("").with(file.all()).text()).isEqualTo(REAL);
    }

    @Test
    void toleratesOtherLineEndsBlanksAndTheDefaultDatabase() {
        StatFile file = StatFile.parse("\r\na:1, ,t , 6,1,\r\n   \r\n");
        assertThat(file.all()).containsExactly(new StatLine("a:1", "", "t", 6, 1, Optional.empty()));
    }

    @Test
    void saysWhichLineIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatFile.parse("a:1,d,t,6,1,\n\na:1,d,t,6\n").all())
                .withMessageStartingWith("line 3: 6 columns are expected")
                .withMessageContaining("there are 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatFile.parse("a:1,d,t,six,1,\n").all())
                .withMessageStartingWith("line 1: 'six' is not a number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatFile.parse("a:1,d,t,6,-1,\n").all())
                .withMessageStartingWith("line 1: '-1' is not a number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatFile.parse("a:1,d,t,6,4294967295,\n").all())
                .withMessageStartingWith("line 1: no partition");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatFile.parse("a:1,d,t,6,1,a:1\n").all())
                .withMessageContaining("cannot be on a:1 itself");
    }

    @Test
    void refusesWhatTheFormatCannotExpress() {
        for (String name : new String[] {"a,b", "a\nb", " a"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new StatLine("a:1", "d", name, 1, 0, Optional.empty()));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new StatLine("", "d", "t", 1, 0, Optional.empty()));
    }

    @Test
    void anotherTabletsLinesStayAsTheyAreHoweverBroken() {
        StatFile file = StatFile.parse("b:1 ,broken\r\na:1,d,t,6,1,\n\na:1,d,u,7,0,c:1\n");
        assertThat(file.of("a:1")).hasSize(2);
        StatFile one = file.without(file.of("a:1").get(0));
        assertThat(one.text()).isEqualTo("b:1 ,broken\n\na:1,d,u,7,0,c:1\n");
        assertThat(one.without("a:1").text()).isEqualTo("b:1 ,broken\n\n");
        assertThat(file.without("a:1").without("b:1").isEmpty()).isTrue();
        assertThat(file.isEmpty()).isFalse();
    }

    @Test
    void anAddedReplicaIsNotForgottenByARepeatedRun() {
        StatLine added = new StatLine("a:1", "d", "t", 6, 1, Optional.of("c:1"));
        StatLine repeated = new StatLine("a:1", "d", "t", 6, 1, Optional.empty());
        assertThat(StatFile.parse("").with(added).with(repeated).text()).isEqualTo("a:1,d,t,6,1,c:1\n");
        assertThat(StatFile.parse(added + "\n" + repeated + "\n").of("a:1")).containsExactly(added);
        assertThat(StatFile.parse(added + "\n" + repeated + "\n")
                        .without(repeated)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aTableThatWasMadeAnewReplacesItsLine() {
        StatLine old = new StatLine("a:1", "d", "t", 6, 1, Optional.of("c:1"));
        StatLine anew = new StatLine("a:1", "d", "t", 9, 1, Optional.empty());
        assertThat(StatFile.parse("").with(old).with(anew).of("a:1")).containsExactly(anew);
    }
}
