package dev.opsdk.examples.live;

import dev.opsdk.bizconnector.BizConnectorBuilder;
import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.ccr.CcrClient;
import dev.opsdk.core.OpsClient;
import dev.opsdk.core.Secret;
import dev.opsdk.core.TimeSource;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.openmldb.OpenMldbOps;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The four systems: which variable says where one is, and how it is connected to. */
enum LiveSystem {
    CCR(Var.OPSDK_LIVE_CCR, "Doris CCR syncer", "http://10.0.0.7:9190") {
        @Override
        OpsClient<?> connect(Env env, String where, Transcript transcript, TimeSource time) {
            return CcrClient.builder()
                    .syncers(where.split("\\s*,\\s*"))
                    .readOnly(!env.mutate())
                    .listener(transcript)
                    .timeSource(time)
                    .build();
        }

        @Override
        Scenario scenario(OpsClient<?> client, Env env, Transcript transcript) {
            return new CcrScenario((CcrClient) client, env, transcript);
        }
    },
    OMS(Var.OPSDK_LIVE_OMS, "OMS cluster manager", "http://10.0.0.7:8088") {
        @Override
        OpsClient<?> connect(Env env, String where, Transcript transcript, TimeSource time) {
            return OmsClient.builder()
                    .url(where)
                    .readOnly(!env.mutate())
                    .listener(transcript)
                    .timeSource(time)
                    .build();
        }

        @Override
        Scenario scenario(OpsClient<?> client, Env env, Transcript transcript) {
            return new OmsScenario((OmsClient) client, env, transcript);
        }
    },
    OPENMLDB(Var.OPSDK_LIVE_OPENMLDB, "OpenMLDB cluster", "10.0.0.1:7527,10.0.0.2:7527 or zk:10.0.0.1:2181/openmldb") {
        @Override
        OpsClient<?> connect(Env env, String where, Transcript transcript, TimeSource time) {
            OpenMldbOps.Builder builder = OpenMldbOps.builder();
            if (where.startsWith("zk:")) {
                Matcher zooKeeper = ZOOKEEPER.matcher(where);
                if (!zooKeeper.matches()) {
                    throw new IllegalArgumentException("write it as zk:host:2181/zk_root_path");
                }
                builder.zookeeper(zooKeeper.group(1), zooKeeper.group(2));
            } else {
                builder.nameServers(where.split("\\s*,\\s*"));
            }
            env.get(Var.OPSDK_LIVE_OPENMLDB_USER)
                    .ifPresent(user -> builder.user(
                            user,
                            Secret.of(env.get(Var.OPSDK_LIVE_OPENMLDB_PASSWORD).orElse(""))));
            return builder.readOnly(!env.mutate())
                    .leaderWindow(Duration.ofSeconds(5)) // a wrong address should not look like a fail-over for long
                    .listener(transcript)
                    .timeSource(time)
                    .build();
        }

        @Override
        Scenario scenario(OpsClient<?> client, Env env, Transcript transcript) {
            return new OpenMldbScenario((OpenMldbOps) client, env, transcript);
        }
    },
    CONNECTOR(Var.OPSDK_LIVE_CONNECTOR, "Business Connector", "http://10.0.0.7:8080") {
        @Override
        OpsClient<?> connect(Env env, String where, Transcript transcript, TimeSource time) {
            BizConnectorBuilder builder = BizConnectorClient.builder()
                    .url(where)
                    .readOnly(!env.mutate())
                    .listener(transcript)
                    .timeSource(time);
            env.get(Var.OPSDK_LIVE_CONNECTOR_KEY).map(Secret::of).ifPresent(builder::apiKey);
            return builder.build();
        }

        @Override
        Scenario scenario(OpsClient<?> client, Env env, Transcript transcript) {
            return new ConnectorScenario((BizConnectorClient) client, env, transcript);
        }
    };

    private static final Pattern ZOOKEEPER = Pattern.compile("zk:([^/]+)(/.+)");

    final Var variable;
    final String title;
    final String example;

    LiveSystem(Var variable, String title, String example) {
        this.variable = variable;
        this.title = title;
        this.example = example;
    }

    /** Read-only unless the environment lets it change something: then nothing that a scenario does can be a mutation. */
    abstract OpsClient<?> connect(Env env, String where, Transcript transcript, TimeSource time);

    abstract Scenario scenario(OpsClient<?> client, Env env, Transcript transcript);

    String file() {
        return name().toLowerCase(Locale.ROOT) + ".md";
    }
}
