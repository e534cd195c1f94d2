package dev.opsdk.oms;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.testkit.RedirectRules;
import dev.opsdk.oms.model.Generation;
import java.util.List;
import java.util.function.Consumer;

class RedirectCredentialsTest extends RedirectRules<OmsClient> {
    private static OmsClient client(BaseUrl url, Consumer<ClientBuilder<?>> more) {
        OmsClient.Builder builder = OmsClient.builder()
                .url(url.toString())
                .generation(Generation.GEN1)
                .authorization(() -> Authorization.bearer(Secret.of("Zq7Bearer")));
        more.accept(builder);
        return builder.build();
    }

    @Override
    protected List<Caller<OmsClient>> callers() {
        return List.of(new Caller<>("bearer", RedirectCredentialsTest::client, List.of("Zq7Bearer")));
    }

    @Override
    protected List<Call<OmsClient>> calls() {
        return List.of(
                new Call<>("a read", oms -> oms.store(Cm.STORE).detail(), "/", false),
                new Call<>(
                        "a mutation by GET", oms -> oms.connector(Cm.CONNECTOR).migrate("10.10.10.2"), "/", false),
                new Call<>(
                        "a body with a password",
                        oms -> oms.writer(Cm.WRITER).update(u -> u.set("sync_password", "Zq7InBody")),
                        "/",
                        false));
    }
}
