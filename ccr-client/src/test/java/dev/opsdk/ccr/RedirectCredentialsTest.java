package dev.opsdk.ccr;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.testkit.RedirectRules;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Everything but a syncer's own 303, which takes the request on and never the credential. */
class RedirectCredentialsTest extends RedirectRules<CcrClient> {
    private static CcrClient client(BaseUrl url, Consumer<ClientBuilder<?>> more, Authorization who) {
        CcrClient.Builder builder = CcrClient.builder()
                .syncers(url.toString())
                .takeoverWindow(Duration.ZERO) // an owner that cannot be reached is not waited for
                .authorization(() -> who);
        more.accept(builder);
        return builder.build();
    }

    @Override
    protected List<Caller<CcrClient>> callers() {
        return List.of(
                new Caller<>(
                        "bearer",
                        (url, more) -> client(url, more, Authorization.bearer(Secret.of("Zq7Bearer"))),
                        List.of("Zq7Bearer")),
                new Caller<>(
                        "header",
                        (url, more) -> client(url, more, new Authorization("X-Gateway", Secret.of("Zq7Header"))),
                        List.of("Zq7Header")));
    }

    @Override
    protected List<Call<CcrClient>> calls() {
        return List.of(
                new Call<>("a read", ccr -> ccr.job(WireCall.JOB).detail(), "/job_detail", true),
                new Call<>("a mutation", ccr -> ccr.job(WireCall.JOB).pause(), "/pause", true),
                new Call<>("a read of one syncer", ccr -> ccr.jobs().list(), "/list_jobs", false),
                new Call<>(
                        "a body with passwords",
                        ccr -> ccr.jobs().create(WireCall.aJob(WireCall.JOB, job -> job)),
                        "/create_ccr",
                        false));
    }
}
