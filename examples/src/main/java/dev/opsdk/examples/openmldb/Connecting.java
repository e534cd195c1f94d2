package dev.opsdk.examples.openmldb;

import dev.opsdk.core.Secret;
import dev.opsdk.core.call.RetryPolicy;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.ZooKeeperOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** From flags and environment to a client. */
final class Connecting {
    private static final String PASSWORD = "OPSDK_OPENMLDB_PASSWORD";
    private static final String ZK_CERT = "OPSDK_OPENMLDB_ZK_CERT";

    /** Whoever waits at a terminal wants to know soon that a server hangs. */
    private static final Duration READ = Duration.ofSeconds(10);

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final RetryPolicy RETRY =
            new RetryPolicy(2, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(5));

    private final Flags flags;
    private final Shell shell;
    private @Nullable Secret typed;

    Connecting(Flags flags, Shell shell) {
        this.flags = flags;
        this.shell = shell;
    }

    OpenMldbOps.Builder builder() {
        OpenMldbOps.Builder builder = OpenMldbOps.builder()
                .timeouts(usual -> usual.withConnect(CONNECT).withRead(READ).withSlowRead(READ))
                .retry(RETRY)
                .opTimeout(flags.timeout())
                .exclusive(flags.exclusive())
                // a dry run makes the plan of a client that may change something, and does not run it
                .readOnly(flags.onlyReads());
        flags.zkCluster().ifPresent(address -> builder.zookeeper(zooKeeper(address)));
        if (!flags.nameServers().isEmpty()) {
            builder.nameServers(flags.nameServers().toArray(String[]::new));
        }
        flags.user().ifPresent(user -> builder.user(user, password(user)));
        return builder;
    }

    private ZooKeeperOptions zooKeeper(String address) {
        ZooKeeperOptions options = ZooKeeperOptions.of(address, flags.zkRootPath());
        return shell.variable(ZK_CERT)
                .map(cert -> {
                    int colon = cert.indexOf(':');
                    if (colon < 1) {
                        throw new IllegalArgumentException(ZK_CERT + " is not user:password");
                    }
                    return options.withCredentials(cert.substring(0, colon), Secret.of(cert.substring(colon + 1)));
                })
                .orElse(options);
    }

    /** The environment may say that it is empty, as root's is at first. */
    private Secret password(String user) {
        String told = shell.env().get(PASSWORD);
        if (told != null) {
            return Secret.of(told);
        }
        Secret before = typed;
        if (before != null) {
            return before;
        }
        Secret now = shell.prompt()
                .map(prompt -> prompt.secret("Password of " + user + ": "))
                .orElseThrow(() -> flags.wrong("--user needs the environment variable " + PASSWORD
                        + ", because there is no terminal to ask at"));
        typed = now;
        return now;
    }
}
