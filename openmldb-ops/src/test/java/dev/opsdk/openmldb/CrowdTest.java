package dev.opsdk.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.testkit.CrowdRules;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

class CrowdTest extends CrowdRules<OpenMldbOps> {
    private final OpenMldbSimulator cluster =
            OpenMldbSimulator.builder().tablets(2).systemTables(false).start();

    CrowdTest() {
        IntStream.range(0, 200)
                .forEach(i -> cluster.table("db" + i, "t" + i).partitions(1).create());
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Override
    protected OpenMldbOps connect(Consumer<ClientBuilder<?>> more) {
        OpenMldbOps.Builder builder =
                OpenMldbOps.builder().nameServers(cluster.nameServerEndpoints().toArray(String[]::new));
        more.accept(builder);
        return builder.build();
    }

    @Override
    protected void readOwn(OpenMldbOps client, int caller) {
        assertThat(client.nameServer().tables("db" + caller))
                .extracting(TableInfo::name)
                .containsExactly("t" + caller);
    }

    @Override
    protected void change(OpenMldbOps client, int caller) {
        client.nameServer().autoFailover(caller % 2 == 0);
    }

    @Override
    protected int changes() {
        return (int) cluster.calls().stream()
                .filter(call -> call.method().endsWith("ConfSet") && call.code() == 0)
                .count();
    }
}
