package dev.opsdk.bizconnector.internal;

import dev.opsdk.core.Secret;
import java.util.List;

/**
 * What a call acts on, and what in it nobody may see.
 *
 * @param name for messages; empty for the server as a whole
 * @param secrets what stands in the request and must not stand in a message
 */
public record Target(String name, List<Secret> secrets) {
    /** The server as a whole. */
    public static final Target SERVER = new Target("", List.of());

    /** Keeps a copy. */
    public Target {
        secrets = List.copyOf(secrets);
    }

    /**
     * An object.
     *
     * @param name its id or name
     * @return the target
     */
    public static Target of(String name) {
        return new Target(name, List.of());
    }

    /**
     * With more that nobody may see.
     *
     * @param more secrets of the request
     * @return the target
     */
    public Target hiding(List<Secret> more) {
        return new Target(name, more);
    }
}
