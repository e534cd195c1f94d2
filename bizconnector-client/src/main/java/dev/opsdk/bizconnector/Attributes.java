package dev.opsdk.bizconnector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.bizconnector.internal.AttributeApi;
import dev.opsdk.bizconnector.internal.Bodies;
import dev.opsdk.bizconnector.internal.Readers;
import dev.opsdk.bizconnector.internal.Target;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.attribute.AttributeSuccession;
import dev.opsdk.bizconnector.model.attribute.CanCreateResult;
import dev.opsdk.bizconnector.model.attribute.DeletedAttribute;
import dev.opsdk.bizconnector.model.attribute.ForwardingDetails;
import dev.opsdk.bizconnector.model.attribute.IdentityAttributeQuery;
import dev.opsdk.bizconnector.model.attribute.IqlQuery;
import dev.opsdk.bizconnector.model.attribute.IqlValidation;
import dev.opsdk.bizconnector.model.attribute.LocalAttribute;
import dev.opsdk.bizconnector.model.attribute.RelationshipAttributeQuery;
import dev.opsdk.bizconnector.model.attribute.TagCollection;
import dev.opsdk.bizconnector.model.attribute.ThirdPartyRelationshipAttributeQuery;
import dev.opsdk.bizconnector.model.attribute.identity.IdentityAttributeValue;
import dev.opsdk.bizconnector.model.attribute.relationship.RelationshipAttributeValue;
import dev.opsdk.bizconnector.model.filter.AttributeFilter;
import dev.opsdk.bizconnector.model.filter.ForwardingFilter;
import dev.opsdk.bizconnector.model.filter.OwnIdentityAttributeFilter;
import dev.opsdk.bizconnector.model.filter.OwnSharedAttributeFilter;
import dev.opsdk.bizconnector.model.filter.PeerAttributeFilter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What identities say about themselves and about their relationships. Role: {@link Roles#ATTRIBUTES}. */
public final class Attributes {
    private final Wire wire;
    private final AttributeApi api;

    Attributes(Wire wire) {
        this.wire = wire;
        this.api = wire.api(AttributeApi.class);
    }

    /**
     * Whether an own identity attribute could be created. Nothing is created.
     *
     * @param value what is said
     * @param tags tags for it
     * @return yes, or why not
     */
    public CanCreateResult canCreate(IdentityAttributeValue value, String... tags) {
        return wire.send(
                api.canCreate(Bodies.content(value, Arrays.asList(tags))),
                Target.of(value.type()),
                Readers.one(CanCreateResult.class));
    }

    /**
     * Creates an own identity attribute.
     *
     * @param value what is said
     * @param tags tags for it, of the catalogue, or free ones with {@code x:} in front
     * @return the attribute
     * @throws dev.opsdk.core.error.AlreadyExistsException if the same was said before
     */
    public LocalAttribute create(IdentityAttributeValue value, String... tags) {
        return wire.send(
                api.create(Bodies.content(value, Arrays.asList(tags))),
                Target.of(value.type()),
                Readers.one(LocalAttribute.class));
    }

    /**
     * All attributes, own and peers'.
     *
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<LocalAttribute> all(Consumer<AttributeFilter> filter) {
        return Listing.of(wire, () -> api.list(), Target.SERVER, new AttributeFilter(), filter, LocalAttribute.class);
    }

    /**
     * Our own identity attributes, the latest versions unless told.
     *
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<LocalAttribute> ownIdentity(Consumer<OwnIdentityAttributeFilter> filter) {
        return Listing.of(
                wire,
                () -> api.ownIdentity(),
                Target.SERVER,
                new OwnIdentityAttributeFilter(),
                filter,
                LocalAttribute.class);
    }

    /**
     * What we share with a peer, the latest versions unless told.
     *
     * @param peer the peer's address
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<LocalAttribute> ownShared(String peer, Consumer<OwnSharedAttributeFilter> filter) {
        return Listing.of(
                wire,
                () -> api.ownShared(Ids.address(peer)),
                Target.of(Ids.address(peer)),
                new OwnSharedAttributeFilter(),
                filter,
                LocalAttribute.class);
    }

    /**
     * What a peer shares with us, the latest versions unless told.
     *
     * @param peer the peer's address
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<LocalAttribute> peer(String peer, Consumer<PeerAttributeFilter> filter) {
        return Listing.of(
                wire,
                () -> api.peer(Ids.address(peer)),
                Target.of(Ids.address(peer)),
                new PeerAttributeFilter(),
                filter,
                LocalAttribute.class);
    }

    /**
     * One attribute.
     *
     * @param id ATT...
     * @return the attribute
     * @throws dev.opsdk.core.error.NotFoundException if there is none
     */
    public LocalAttribute get(String id) {
        return wire.send(api.get(Ids.attribute(id)), Target.of(id), Readers.one(LocalAttribute.class));
    }

    /**
     * All versions of an attribute.
     *
     * @param id any version
     * @return the versions
     */
    public List<LocalAttribute> versions(String id) {
        return wire.send(api.versions(Ids.attribute(id)), Target.of(id), Readers.many(LocalAttribute.class));
    }

    /**
     * The versions of an attribute that a peer has.
     *
     * @param id any version
     * @param peer the peer's address
     * @param onlyLatest true for the latest one only
     * @return the versions
     */
    public List<LocalAttribute> sharedVersions(String id, String peer, boolean onlyLatest) {
        return wire.send(
                api.sharedVersions(Ids.attribute(id), Ids.address(peer), onlyLatest),
                Target.of(id),
                Readers.many(LocalAttribute.class));
    }

    /**
     * With whom an attribute is shared.
     *
     * @param id ATT...
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<ForwardingDetails> forwardingDetails(String id, Consumer<ForwardingFilter> filter) {
        return Listing.of(
                wire,
                () -> api.forwardingDetails(Ids.attribute(id)),
                Target.of(Ids.attribute(id)),
                new ForwardingFilter(),
                filter,
                ForwardingDetails.class);
    }

    /**
     * Makes a newer version of an own identity attribute. Peers are not told; see {@link #notifyPeer}.
     *
     * @param id the latest version
     * @param successor what is said now
     * @param tags tags for it
     * @return both versions
     */
    public AttributeSuccession succeed(String id, IdentityAttributeValue successor, String... tags) {
        return succeed(id, Bodies.successor(successor, Arrays.asList(tags)));
    }

    /**
     * Makes a newer version of an own relationship attribute. The peer is told at once.
     *
     * @param id the latest version
     * @param successor what is known now
     * @return both versions, and the notification
     */
    public AttributeSuccession succeed(String id, RelationshipAttributeValue successor) {
        return succeed(id, Bodies.successor(successor));
    }

    private AttributeSuccession succeed(String id, ObjectNode body) {
        return wire.send(api.succeed(Ids.attribute(id), body), Target.of(id), Readers.one(AttributeSuccession.class));
    }

    /**
     * Tells a peer, which has an older version, of the newer one.
     *
     * @param id the newer version
     * @param peer the peer's address
     * @return both versions, and the notification
     */
    public AttributeSuccession notifyPeer(String id, String peer) {
        return wire.send(
                api.notifyPeer(Ids.attribute(id), Bodies.peer(peer)),
                Target.of(id),
                Readers.one(AttributeSuccession.class));
    }

    /**
     * Deletes an attribute, and tells the peers that have it.
     *
     * @param id ATT...
     * @return the notifications
     */
    public DeletedAttribute delete(String id) {
        return wire.send(api.delete(Ids.attribute(id)), Target.of(id), Readers.one(DeletedAttribute.class));
    }

    /**
     * The Backbone's catalogue of tags; up to 5 minutes old.
     *
     * @return the catalogue
     */
    public TagCollection tagCollection() {
        return wire.send(api.tagCollection(), Target.SERVER, Readers.one(TagCollection.class));
    }

    /**
     * Own identity attributes that answer a query.
     *
     * @param query the query
     * @return the attributes
     */
    public List<LocalAttribute> execute(IdentityAttributeQuery query) {
        return wire.send(
                api.executeIdentityQuery(Bodies.query(query)), Target.SERVER, Readers.many(LocalAttribute.class));
    }

    /**
     * The one relationship attribute that answers a query.
     *
     * @param query the query
     * @return the attribute
     * @throws dev.opsdk.core.error.NotFoundException if there is none
     */
    public LocalAttribute execute(RelationshipAttributeQuery query) {
        return wire.send(
                api.executeRelationshipQuery(Bodies.query(query)),
                Target.of(query.key()),
                Readers.one(LocalAttribute.class));
    }

    /**
     * Relationship attributes of other relationships that answer a query.
     *
     * @param query the query
     * @return the attributes
     */
    public List<LocalAttribute> execute(ThirdPartyRelationshipAttributeQuery query) {
        return wire.send(
                api.executeThirdPartyQuery(Bodies.query(query)),
                Target.of(query.key()),
                Readers.many(LocalAttribute.class));
    }

    /**
     * Own identity attributes that answer a query.
     *
     * @param query the query
     * @return the attributes
     */
    public List<LocalAttribute> execute(IqlQuery query) {
        return wire.send(api.executeIql(Bodies.query(query)), Target.SERVER, Readers.many(LocalAttribute.class));
    }

    /**
     * Whether a query is well-formed.
     *
     * @param query the query
     * @return whether it is
     * @throws dev.opsdk.core.error.InvalidRequestException if it is not, with the place in the message: the server answers bad syntax with 400
     */
    public IqlValidation validate(IqlQuery query) {
        return wire.send(api.validateIql(Bodies.query(query)), Target.SERVER, Readers.one(IqlValidation.class));
    }
}
