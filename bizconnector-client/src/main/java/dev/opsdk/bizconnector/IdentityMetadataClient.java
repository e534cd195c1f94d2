package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.internal.AccountApi;
import dev.opsdk.bizconnector.internal.Bodies;
import dev.opsdk.bizconnector.internal.Readers;
import dev.opsdk.bizconnector.internal.Target;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.metadata.IdentityMetadata;
import java.util.Optional;

/** Any JSON kept beside an identity: our own or a peer's. Role: {@link Roles#IDENTITY_METADATA}. */
public final class IdentityMetadataClient {
    private final Wire wire;
    private final AccountApi api;

    IdentityMetadataClient(Wire wire) {
        this.wire = wire;
        this.api = wire.api(AccountApi.class);
    }

    /**
     * Keeps JSON; what was there under the same key is replaced.
     *
     * @param address our own or a peer's
     * @param key the key
     * @param value any JSON
     * @return what is kept now
     * @throws dev.opsdk.core.error.PreconditionException if the identity is neither ours nor a peer's
     */
    public IdentityMetadata put(String address, String key, FreeJson value) {
        return put(address, Optional.of(key), value);
    }

    /**
     * Keeps JSON without a key.
     *
     * @param address our own or a peer's
     * @param value any JSON
     * @return what is kept now
     */
    public IdentityMetadata put(String address, FreeJson value) {
        return put(address, Optional.empty(), value);
    }

    private IdentityMetadata put(String address, Optional<String> key, FreeJson value) {
        return wire.send(
                api.putMetadata(Bodies.metadata(Ids.address(address), key, value)),
                Target.of(address),
                Readers.one(IdentityMetadata.class));
    }

    /**
     * What is kept under a key.
     *
     * @param address our own or a peer's
     * @param key the key
     * @return what is kept
     * @throws dev.opsdk.core.error.NotFoundException if nothing is; the server says it with status 400
     */
    public IdentityMetadata get(String address, String key) {
        return wire.send(
                api.getMetadata(Ids.address(address), key), Target.of(address), Readers.one(IdentityMetadata.class));
    }

    /**
     * What is kept without a key.
     *
     * @param address our own or a peer's
     * @return what is kept
     * @throws dev.opsdk.core.error.NotFoundException if nothing is; the server says it with status 400
     */
    public IdentityMetadata get(String address) {
        return wire.send(
                api.getMetadata(Ids.address(address), null), Target.of(address), Readers.one(IdentityMetadata.class));
    }

    /**
     * Forgets what is kept under a key.
     *
     * @param address our own or a peer's
     * @param key the key
     * @throws dev.opsdk.core.error.NotFoundException if there is nothing
     */
    public void delete(String address, String key) {
        wire.send(api.deleteMetadata(Ids.address(address), key), Target.of(address), Readers.nothing());
    }

    /**
     * Forgets what is kept without a key.
     *
     * @param address our own or a peer's
     * @throws dev.opsdk.core.error.NotFoundException if there is nothing
     */
    public void delete(String address) {
        wire.send(api.deleteMetadata(Ids.address(address), null), Target.of(address), Readers.nothing());
    }
}
