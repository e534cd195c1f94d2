package dev.opsdk.examples.openmldb;

import dev.opsdk.core.Secret;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.ZooKeeperOptions;

/** From flags and environment to a client. */
final class Connecting {
    private static final String PASSWORD = "OPSDK_OPENMLDB_PASSWORD";
    private static final String ZK_CERT = "OPSDK_OPENMLDB_ZK_CERT";

    private final Flags flags;
    private final Shell shell;

    Connecting(Flags flags, Shell shell) {
        this.flags = flags;
        this.shell = shell;
    }

    OpenMldbOps.Builder builder() {
        OpenMldbOps.Builder builder = OpenMldbOps.builder()
                .opTimeout(flags.timeout())
                .exclusive(flags.exclusive())
                .readOnly(flags.dryRun() || flags.cmd().onlyReads());
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
        return shell.prompt()
                .map(prompt -> prompt.secret("Password of " + user + ": "))
                .orElseThrow(() -> flags.wrong("--user needs the environment variable " + PASSWORD
                        + ", because there is no terminal to ask at"));
    }
}
