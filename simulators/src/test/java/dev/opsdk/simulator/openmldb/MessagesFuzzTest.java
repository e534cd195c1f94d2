package dev.opsdk.simulator.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.simulator.Damage;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesFuzzTest {
    @Test
    void requests() {
        for (Message message : List.of(Messages.SHOW_TABLE, Messages.CONF_SET, Messages.CANCEL_OP, Messages.MIGRATE)) {
            Damage.tried(
                    "simulators' " + message.simpleName(),
                    500,
                    List.of(
                            "{\"name\":\"t1\",\"db\":\"d\",\"show_all\":true}",
                            "{\"conf\":{\"key\":\"auto_failover\",\"value\":\"true\"}}",
                            "{\"op_id\":18446744073709551615}",
                            "{\"src_endpoint\":\"a\",\"name\":\"t\",\"pid\":[0,1],\"des_endpoint\":\"b\",\"db\":\"d\"}"),
                    List.of(BadMessage.class),
                    text -> assertThat(MessageReader.read(message, text)).isNotNull());
        }
    }
}
