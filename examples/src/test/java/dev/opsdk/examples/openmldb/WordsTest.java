package dev.opsdk.examples.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    settle the cause, then report.resume(): it plans anew | settle the cause, then run the same line again: it plans anew
                    then report.resume(), or postUpgrade again: the lines | then run the same line again: the lines
                    auto_failover was not put back: report.resume() does it, or set it to true by hand | auto_failover was not put back: switch it on with --cmd=auto-failover --set=on
                    tell the builder user(name, password) or serviceToken(token) | check --user, and OPSDK_OPENMLDB_PASSWORD
                    ns has no address here; tell the builder address("ns", "host:port") | ns has no address here
                    a server could not reach another one; look at tablets() | a server could not reach another one; look at the cluster's tablets
                    look for new ops in ops() | look for new ops --cmd=showopstatus
                    name the tablet as tablets() does, not by its address | name the tablet as the cluster does, not by its address
                    add a replica with addReplica(...) first | add a replica first
                    look at table(...); there is nothing to add | look at --cmd=showtablestatus; there is nothing to add
                    openmldb ConfGet: POST http://whoever-leads:7527/NameServer/ConfGet -> not sent: refused | openmldb ConfGet: not sent: refused
                    openmldb ConfGet: POST http://localhost:80/NameServer/ConfGet -> not sent: refused | openmldb ConfGet: not sent: refused
                    1 moves, 11 moves, 2.1 moves | 1 move, 11 moves, 2.1 moves
                    """)
    void aLineForProgrammersBecomesOneForOperators(String said, String printed) {
        assertThat(Words.plain(said)).isEqualTo(printed);
    }
}
