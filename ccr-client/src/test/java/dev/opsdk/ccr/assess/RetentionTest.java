package dev.opsdk.ccr.assess;

import static dev.opsdk.ccr.assess.Looks.lagging;
import static dev.opsdk.ccr.assess.Looks.progressing;
import static dev.opsdk.ccr.assess.Looks.well;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.ccr.assess.Retention.Verdict;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.ccr.model.SyncState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
    @ParameterizedTest(name = "at 1000, source keeps {0}..{1}, lag {2}: {3}")
    @CsvSource({
        "1001, 1100, 99, LOST",
        "1000, 1100, 99, NEAR",
        "991,  1100, 99, NEAR",
        "980,  1100, 99, SAFE",
        "990,  1090, 90, SAFE",
        "1000, 1100, 0,  SAFE",
        "0,    1100, 99, UNKNOWN",
        "1,    0,    99, UNKNOWN",
        "1000, 1000, 0,  SAFE",
        "995,  1000, 0,  SAFE",
        "0,    0,    0,  UNKNOWN",
        "-1,   -1,   0,  UNKNOWN",
        "0,    0,    7,  UNKNOWN"
    })
    void isJudgedByWhatTheSourceKeeps(long first, long last, long count, Verdict verdict) {
        JobSnapshot look =
                lagging(well(), l -> l.lag(count).firstCommitSeq(first).lastCommitSeq(last));
        assertThat(Retention.of(look).verdict()).isEqualTo(verdict);
    }

    @Test
    void lostSaysWhatIsAboutToHappen() {
        JobSnapshot look = lagging(well(), l -> l.lag(9).firstCommitSeq(2000).lastCommitSeq(2009));
        assertThat(Retention.of(look))
                .asString()
                .startsWith("LOST")
                .contains("at 1000")
                .contains("2000..2009")
                .contains("full sync");
    }

    @Test
    void aCopyIsNotJudged() {
        JobSnapshot look = progressing(
                lagging(well(), l -> l.lag(9).firstCommitSeq(2000).lastCommitSeq(2009)),
                p -> p.syncState(SyncState.of(0)));
        assertThat(Retention.of(look).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void withoutALagOrItsBoundsNobodyKnows() {
        assertThat(Retention.of(Looks.withoutLag(well(), "[rpc] down")).verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(Retention.of(lagging(well(), l -> l.lag(5))).verdict()).isEqualTo(Verdict.UNKNOWN);
    }
}
