package dev.opsdk.examples.kit;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.ccr.CcrClient;
import dev.opsdk.core.OpsClient;
import dev.opsdk.core.TimeSource;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.simulator.SimClock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The four clients, each made when it is first asked for. */
final class Clients {
    final Slot<CcrClient> ccr;
    final Slot<OmsClient> oms;
    final Slot<OpenMldbOps> mldb;
    final Slot<BizConnectorClient> connector;

    private volatile TimeSource time = TimeSource.system();

    /** A client that is there when it is needed. */
    final class Slot<C extends OpsClient<?>> {
        private final Supplier<C> maker;
        private @Nullable C client;

        Slot(Supplier<C> maker) {
            this.maker = maker;
        }

        synchronized C get() {
            C made = client;
            if (made == null) {
                made = maker.get();
                client = made;
            }
            time = made.timeSource();
            return made;
        }

        /** The one before belongs to whoever made it, and is not closed: a snippet may still hold it. */
        synchronized C use(C other) {
            client = other;
            return other;
        }
    }

    private Clients(
            Supplier<CcrClient> ccr,
            Supplier<OmsClient> oms,
            Supplier<OpenMldbOps> mldb,
            Supplier<BizConnectorClient> connector) {
        this.ccr = new Slot<>(ccr);
        this.oms = new Slot<>(oms);
        this.mldb = new Slot<>(mldb);
        this.connector = new Slot<>(connector);
    }

    /** The time in which the client lives that was last asked for: a simulated one must be moved to pass. */
    TimeSource time() {
        return time;
    }

    static Clients fromEnv() {
        return new Clients(
                told(CcrClient::fromEnv),
                told(OmsClient::fromEnv),
                told(OpenMldbOps::fromEnv),
                told(BizConnectorClient::fromEnv));
    }

    /** An environment that does not say where is wrong usage, and ends a script like it. */
    private static <C> Supplier<C> told(Supplier<C> fromEnv) {
        return () -> {
            try {
                return fromEnv.get();
            } catch (IllegalStateException e) {
                throw new IllegalArgumentException(e.getMessage() + "; or try --simulated", e);
            }
        };
    }

    static Clients simulated() {
        return new Clients(
                () -> Demo.client(Demo.ccr()),
                () -> Demo.client(Demo.oms()),
                () -> Demo.client(Demo.mldb()),
                () -> Demo.client(Demo.connector(SimClock.manual())));
    }
}
