package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.internal.Bodies;
import dev.opsdk.bizconnector.internal.Readers;
import dev.opsdk.bizconnector.internal.RelationshipApi;
import dev.opsdk.bizconnector.internal.Target;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.attribute.CanCreateResult;
import dev.opsdk.bizconnector.model.attribute.LocalAttribute;
import dev.opsdk.bizconnector.model.filter.RelationshipFilter;
import dev.opsdk.bizconnector.model.relationship.Relationship;
import dev.opsdk.bizconnector.model.template.CreationContent;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.ResponseBody;
import retrofit2.Call;

/** Relationships with other identities. Role: {@link Roles#RELATIONSHIPS}. */
public final class Relationships {
    private final Wire wire;
    private final RelationshipApi api;

    Relationships(Wire wire) {
        this.wire = wire;
        this.api = wire.api(RelationshipApi.class);
    }

    /**
     * Whether a relationship could be created; an unknown template is a no, too. Nothing is created.
     *
     * @param templateId a loaded template
     * @param content what it would be created with
     * @return yes, or why not
     */
    public CanCreateResult canCreate(String templateId, CreationContent content) {
        return wire.send(
                api.canCreate(Bodies.relationship(templateId, content)),
                Target.of(templateId),
                Readers.one(CanCreateResult.class));
    }

    /**
     * Whether a relationship could be created, whatever it is created with.
     *
     * @param templateId a loaded template
     * @return yes, or why not
     */
    public CanCreateResult canCreate(String templateId) {
        return wire.send(
                api.canCreate(Bodies.relationship(templateId)),
                Target.of(templateId),
                Readers.one(CanCreateResult.class));
    }

    /**
     * Creates a relationship. For a template with requests, accept the incoming request instead: the relationship is created then.
     *
     * @param templateId a loaded template
     * @param content what it is created with
     * @return the relationship, pending
     */
    public Relationship create(String templateId, CreationContent content) {
        return wire.send(
                api.create(Bodies.relationship(templateId, content)),
                Target.of(templateId),
                Readers.one(Relationship.class));
    }

    /**
     * All relationships.
     *
     * @return the relationships; see {@link #all} for many
     */
    public List<Relationship> list() {
        return all(f -> {}).list();
    }

    /**
     * All relationships.
     *
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<Relationship> all(Consumer<RelationshipFilter> filter) {
        return Listing.of(wire, () -> api.list(), Target.SERVER, new RelationshipFilter(), filter, Relationship.class);
    }

    /**
     * One relationship.
     *
     * @param id the id
     * @return the relationship
     * @throws dev.opsdk.core.error.NotFoundException if there is none
     */
    public Relationship get(String id) {
        return wire.send(api.get(Ids.relationship(id)), Target.of(id), Readers.one(Relationship.class));
    }

    /**
     * The attributes of a relationship.
     *
     * @param id REL...
     * @return the attributes
     */
    public List<LocalAttribute> attributes(String id) {
        return wire.send(api.attributes(Ids.relationship(id)), Target.of(id), Readers.many(LocalAttribute.class));
    }

    /**
     * Accepts a pending relationship that the peer created.
     *
     * @param id REL...
     * @return the relationship
     * @throws dev.opsdk.core.error.PreconditionException if its status does not allow it
     */
    public Relationship accept(String id) {
        return changed(id, api.accept(Ids.relationship(id), Bodies.empty()));
    }

    /**
     * Refuses a pending relationship that the peer created.
     *
     * @param id REL...
     * @return the relationship
     * @throws dev.opsdk.core.error.PreconditionException if its status does not allow it
     */
    public Relationship reject(String id) {
        return changed(id, api.reject(Ids.relationship(id), Bodies.empty()));
    }

    /**
     * Takes a pending relationship back that this identity created.
     *
     * @param id REL...
     * @return the relationship
     * @throws dev.opsdk.core.error.PreconditionException if its status does not allow it
     */
    public Relationship revoke(String id) {
        return changed(id, api.revoke(Ids.relationship(id), Bodies.empty()));
    }

    /**
     * Ends an active relationship. It can be reactivated as long as neither side decomposes it.
     *
     * @param id REL...
     * @return the relationship
     * @throws dev.opsdk.core.error.PreconditionException if its status does not allow it
     */
    public Relationship terminate(String id) {
        return changed(id, api.terminate(Ids.relationship(id), Bodies.empty()));
    }

    /**
     * Asks the peer to reactivate an ended relationship.
     *
     * @param id REL...
     * @return the relationship
     * @throws dev.opsdk.core.error.PreconditionException if its status does not allow it
     */
    public Relationship reactivate(String id) {
        return changed(id, api.reactivate(Ids.relationship(id), Bodies.empty()));
    }

    /**
     * Accepts that the peer asked for a reactivation.
     *
     * @param id REL...
     * @return the relationship
     * @throws dev.opsdk.core.error.PreconditionException if its status does not allow it
     */
    public Relationship acceptReactivation(String id) {
        return changed(id, api.acceptReactivation(Ids.relationship(id), Bodies.empty()));
    }

    /**
     * Refuses that the peer asked for a reactivation.
     *
     * @param id REL...
     * @return the relationship
     * @throws dev.opsdk.core.error.PreconditionException if its status does not allow it
     */
    public Relationship rejectReactivation(String id) {
        return changed(id, api.rejectReactivation(Ids.relationship(id), Bodies.empty()));
    }

    /**
     * Takes one's own question for a reactivation back.
     *
     * @param id REL...
     * @return the relationship
     * @throws dev.opsdk.core.error.PreconditionException if its status does not allow it
     */
    public Relationship revokeReactivation(String id) {
        return changed(id, api.revokeReactivation(Ids.relationship(id), Bodies.empty()));
    }

    private Relationship changed(String id, Call<ResponseBody> call) {
        return wire.send(call, Target.of(id), Readers.one(Relationship.class));
    }

    /**
     * Deletes an ended relationship with all that belongs to it. It cannot be undone.
     *
     * @param id a relationship that is terminated, or whose deletion the peer proposed
     */
    public void decompose(String id) {
        wire.send(api.decompose(Ids.relationship(id)), Target.of(id), Readers.nothing());
    }
}
