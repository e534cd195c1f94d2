package dev.opsdk.openmldb.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who misspells a tablet's name is told those that there are. */
class UnknownTabletTest {
    private final ServerModel cluster = new ServerModel();

    private String refusal() {
        return ScaleInPlanner.plan(cluster.snapshot(), List.of("nobody"))
                .findings()
                .get(0)
                .text();
    }

    @Test
    void noneOneAndSome() {
        assertThat(refusal()).isEqualTo("no tablet has this name; there are none");
        cluster.tablet("b", true);
        assertThat(refusal()).isEqualTo("no tablet has this name; there is b");
        cluster.tablet("a", false);
        assertThat(refusal()).isEqualTo("no tablet has this name; there are a, b");
    }

    @Test
    void ofManyTheFirstTen() {
        for (int i = 10; i < 20; i++) {
            cluster.tablet("t" + i, true);
        }
        assertThat(refusal()).endsWith("there are t10, t11, t12, t13, t14, t15, t16, t17, t18, t19");
        cluster.tablet("t20", true);
        cluster.tablet("t21", true);
        assertThat(refusal()).endsWith("t18, t19 and 2 more");
    }
}
