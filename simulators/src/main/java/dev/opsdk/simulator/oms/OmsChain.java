package dev.opsdk.simulator.oms;

/**
 * A store and what reads it.
 *
 * @param store holds the changes of the source
 * @param writer writes them to the destination, as the first generation does
 * @param connector writes them to the destination, as the second generation does and the end of the first did
 */
public record OmsChain(OmsStore store, OmsWriter writer, OmsConnector connector) {

    /**
     * Where the changes come from.
     *
     * @return the source of the store
     */
    public OmsSource source() {
        return store.source();
    }
}
