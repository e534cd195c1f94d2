package dev.opsdk.openmldb;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.RedirectRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

class RedirectCredentialsTest extends RedirectRules<OpenMldbOps> {
    private static OpenMldbOps client(
            BaseUrl url, Consumer<ClientBuilder<?>> more, UnaryOperator<OpenMldbOps.Builder> who) {
        OpenMldbOps.Builder builder = who.apply(OpenMldbOps.builder()
                .nameServers("ns:7527")
                .address("ns:7527", url.toString())
                .address("tablet_a", url.toString())
                .leaderWindow(Duration.ZERO));
        more.accept(builder);
        return builder.build();
    }

    private static Caller<OpenMldbOps> caller(String name, UnaryOperator<OpenMldbOps.Builder> who, String secret) {
        return new Caller<>(name, (url, more) -> client(url, more, who), List.of(secret));
    }

    @Override
    protected List<Caller<OpenMldbOps>> callers() {
        return List.of(
                caller("user", b -> b.user("operator", Secret.of("Zq7Password")), "uoperator:1"),
                caller("service", b -> b.serviceToken(Secret.of("Zq7Token")), "sZq7Token"),
                caller(
                        "bearer",
                        b -> b.authorization(() -> Authorization.bearer(Secret.of("Zq7Bearer"))),
                        "Zq7Bearer"));
    }

    @Override
    protected List<Call<OpenMldbOps>> calls() {
        return List.of(
                new Call<>("a read", mldb -> mldb.nameServer().tables(), "/NameServer/ShowTable", false),
                new Call<>("a mutation", mldb -> mldb.nameServer().autoFailover(false), "/NameServer/ConfSet", false),
                new Call<>(
                        "a tablet",
                        mldb -> mldb.tablet("tablet_a").partitions(),
                        "/TabletServer/GetTableStatus",
                        false));
    }

    @Override
    protected Map<String, Answer> preludes() {
        return Map.of("/NameServer/ConfGet", Mldb.LEADS);
    }
}
