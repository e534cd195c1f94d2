package dev.opsdk.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.OpsClient;
import dev.opsdk.core.call.RetryPolicy;
import dev.opsdk.core.error.OpsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * A redirect takes no credential, no cookie and no body with a secret anywhere, whatever its status, wherever it points, and however
 * the client authenticates. A client's test extends it and names its ways to authenticate and some calls.
 *
 * @param <C> the client
 */
@Timeout(120)
public abstract class RedirectRules<C extends OpsClient<C>> {
    private static final List<Integer> STATUSES = List.of(301, 302, 303, 307, 308);
    private static final String COOKIE = "Zq7Cookie";

    /** For subclasses. */
    protected RedirectRules() {}

    /**
     * A way to authenticate.
     *
     * @param name for the test's name
     * @param client makes a client of a server, told more
     * @param secrets what must not get to another place, in no form of theirs
     */
    public record Caller<C>(
            String name, BiFunction<BaseUrl, Consumer<ClientBuilder<?>>, C> client, List<String> secrets) {}

    /**
     * A call.
     *
     * @param name for the test's name
     * @param call makes it
     * @param path where it goes
     * @param follows whether this server's redirects by 303 are a part of its protocol
     */
    public record Call<C>(String name, Consumer<C> call, String path, boolean follows) {}

    /** The ways to authenticate. */
    protected abstract List<Caller<C>> callers();

    /** The calls. */
    protected abstract List<Call<C>> calls();

    /** What has to be asked before the calls, with answers. */
    protected Map<String, Answer> preludes() {
        return Map.of();
    }

    /** Where a redirect points. */
    private enum Place {
        OTHER_PORT,
        OTHER_ADDRESS,
        OTHER_NAME,
        OTHER_SCHEME,
        WITH_USER_INFO,
        WITHOUT_SCHEME;

        String location(BaseUrl elsewhere, BaseUrl otherAddress, String path) {
            return switch (this) {
                case OTHER_PORT -> elsewhere + path;
                case OTHER_ADDRESS -> otherAddress + path;
                case OTHER_NAME -> "http://localhost:" + elsewhere.port() + path;
                case OTHER_SCHEME -> "https://" + elsewhere.authority() + path;
                case WITH_USER_INFO -> "http://u:Zq7InLocation@" + elsewhere.authority() + path;
                case WITHOUT_SCHEME -> "//" + elsewhere.authority() + path;
            };
        }
    }

    /** One test a caller, call, status and place. */
    @TestFactory
    Stream<DynamicTest> nothingGoesElsewhere() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Caller<C> caller : callers()) {
            for (Call<C> call : calls()) {
                for (int status : STATUSES) {
                    String name = caller.name() + ", " + call.name() + ", " + status;
                    tests.add(DynamicTest.dynamicTest(name, () -> redirectedAnywhere(caller, call, status)));
                    tests.add(DynamicTest.dynamicTest(name + " in its own house", () -> athome(caller, call, status)));
                }
            }
        }
        return tests.stream();
    }

    private void redirectedAnywhere(Caller<C> caller, Call<C> call, int status) throws IOException {
        for (Place place : Place.values()) {
            try (FaultServer elsewhere = FaultServer.start(Fault.HTML);
                    FaultServer otherAddress = FaultServer.at(anotherLoopback(), Fault.HTML)) {
                String location = place.location(elsewhere.url(), otherAddress.url(), call.path());
                try (FaultServer asked = asked(redirect(status, location));
                        C client = caller.client().apply(asked.url(), RedirectRules::withCookies)) {
                    fails(client, call);
                    fails(client, call); // now there is a cookie, too
                    assertThat(asked.arrivals().toString())
                            .as("the credential went where it belongs")
                            .contains(caller.secrets());
                    boolean mayGo = call.follows() && status == 303;
                    for (FaultServer other : List.of(elsewhere, otherAddress)) {
                        if (!mayGo) {
                            assertThat(other.connections()).as("%s", place).isZero();
                        }
                        assertThat(other.arrivals().toString())
                                .as("%s", place)
                                .doesNotContain(caller.secrets())
                                .doesNotContain(COOKIE, "Zq7InLocation");
                    }
                }
            }
        }
    }

    /** To the same server, once relative and once in a circle: where the call goes on is not the redirect's to say. */
    private void athome(Caller<C> caller, Call<C> call, int status) {
        for (String location :
                List.of("/Zq7elsewhere", "Zq7elsewhere", "?Zq7elsewhere=1", "#Zq7elsewhere", "", ":::")) {
            try (FaultServer asked = asked(redirect(status, location));
                    C client = caller.client().apply(asked.url(), RedirectRules::quick)) {
                fails(client, call);
                assertThat(asked.arrived()).as("redirected to '%s'", location).isOne();
                assertThat(asked.arrivals().toString()).doesNotContain("Zq7elsewhere");
            }
        }
        if (!(call.follows() && status == 303)) {
            try (FaultServer circle = asked(redirect(status, call.path()));
                    C client = caller.client().apply(circle.url(), RedirectRules::quick)) {
                fails(client, call);
                assertThat(circle.arrived()).as("redirected to itself").isOne();
            }
        }
    }

    private FaultServer asked(Answer redirect) {
        FaultServer server = FaultServer.start(redirect);
        preludes().forEach(server::prelude);
        return server;
    }

    private static Answer redirect(int status, String location) {
        return Answer.of(status, "text/html", "<html>moved</html>")
                .header("Location", location)
                .header("Set-Cookie", "session=" + COOKIE + "; Path=/");
    }

    private void fails(C client, Call<C> call) {
        try {
            call.call().accept(client);
        } catch (OpsException e) {
            assertThat(PlantedSecrets.everythingSaidBy(e)).doesNotContain("Zq7InLocation");
            return;
        }
        throw new AssertionError("a redirect was taken for an answer");
    }

    /** A plain server does not answer a handshake. */
    private static void quick(ClientBuilder<?> builder) {
        builder.timeouts(t -> t.withConnect(Duration.ofMillis(300)))
                .retry(new RetryPolicy(2, Duration.ofMillis(2), Duration.ofMillis(10), Duration.ofMillis(50)));
    }

    /** A user's client that follows, and keeps cookies without looking where they come from. */
    private static void withCookies(ClientBuilder<?> builder) {
        quick(builder);
        builder.httpClient(new OkHttpClient.Builder()
                .followRedirects(true)
                .followSslRedirects(true)
                .cookieJar(new CarelessJar())
                .build());
    }

    private static final class CarelessJar implements CookieJar {
        private final Map<String, Cookie> cookies = new ConcurrentHashMap<>();

        @Override
        public void saveFromResponse(HttpUrl url, List<Cookie> received) {
            received.forEach(cookie -> cookies.put(cookie.name(), cookie));
        }

        @Override
        public List<Cookie> loadForRequest(HttpUrl url) {
            return List.copyOf(cookies.values());
        }
    }

    /** Linux has more than one; where there is none, another port of the same must do. */
    private static InetAddress anotherLoopback() throws IOException {
        InetAddress second = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        try (ServerSocket trial = new ServerSocket(0, 1, second)) {
            return trial.isBound() ? second : InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (IOException e) {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        }
    }
}
