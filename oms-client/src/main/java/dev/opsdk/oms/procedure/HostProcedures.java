package dev.opsdk.oms.procedure;

import dev.opsdk.oms.OmsClient;
import java.util.function.UnaryOperator;

/** Multi-step work on one host. */
public final class HostProcedures {
    private final OmsClient client;
    private final String host;

    /**
     * For {@link OmsClient#host(String)}.
     *
     * @param client the client
     * @param host the host's address
     */
    public HostProcedures(OmsClient client, String host) {
        this.client = client;
        this.host = host;
    }

    /**
     * Moves the named components away, one by one.
     *
     * @param what such as {@code e -> e.writers(name).to("10.10.10.2").haDisabled(true)}
     * @return the evacuation; nothing is sent yet
     */
    public Evacuation evacuate(UnaryOperator<EvacuationOptions> what) {
        return Evacuation.of(client, host, what.apply(EvacuationOptions.NOTHING));
    }
}
