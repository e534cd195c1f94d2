package dev.opsdk.bizconnector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.bizconnector.internal.Bodies;
import dev.opsdk.bizconnector.internal.Readers;
import dev.opsdk.bizconnector.internal.Target;
import dev.opsdk.bizconnector.internal.TemplateApi;
import dev.opsdk.bizconnector.internal.TokenBodies;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.QrCode;
import dev.opsdk.bizconnector.model.filter.TemplateFilter;
import dev.opsdk.bizconnector.model.template.CreateTemplate;
import dev.opsdk.bizconnector.model.template.RelationshipTemplate;
import dev.opsdk.bizconnector.model.token.Token;
import dev.opsdk.bizconnector.model.token.TokenOptions;
import dev.opsdk.core.Secret;
import java.util.List;
import java.util.function.Consumer;

/** Offers of relationships. Role: {@link Roles#RELATIONSHIP_TEMPLATES}. */
public final class RelationshipTemplates {
    private final Wire wire;
    private final TemplateApi api;

    RelationshipTemplates(Wire wire) {
        this.wire = wire;
        this.api = wire.api(TemplateApi.class);
    }

    /**
     * Makes a template.
     *
     * @param template what it offers, and to whom
     * @return the template
     */
    public RelationshipTemplate create(CreateTemplate template) {
        return wire.send(
                api.create(Bodies.of(template)),
                Target.SERVER.hiding(TokenBodies.secrets(template.passwordProtection())),
                Readers.one(RelationshipTemplate.class));
    }

    /**
     * Makes a template.
     *
     * @param template says what it offers, and to whom
     * @return the template
     */
    public RelationshipTemplate create(Consumer<CreateTemplate.Builder> template) {
        CreateTemplate.Builder builder = CreateTemplate.builder();
        template.accept(builder);
        return create(builder.build());
    }

    /**
     * Loads a template that somebody else made; this may use up one of its allocations. For a template with requests, the request comes in
     * then.
     *
     * @param reference the short form or the URL
     * @return what was loaded
     * @throws dev.opsdk.core.error.NotFoundException if there is none, or it is for somebody else
     */
    public RelationshipTemplate load(Secret reference) {
        return load(TokenBodies.reference(reference), List.of(reference));
    }

    /**
     * Loads a template that needs a password.
     *
     * @param reference the short form or the URL
     * @param password the password or PIN
     * @return what was loaded
     * @throws dev.opsdk.core.error.NotFoundException also if the password is wrong
     */
    public RelationshipTemplate load(Secret reference, Secret password) {
        return load(TokenBodies.reference(reference).put("password", password.reveal()), List.of(reference, password));
    }

    private RelationshipTemplate load(ObjectNode body, List<Secret> secrets) {
        return wire.send(api.load(body), Target.SERVER.hiding(secrets), Readers.one(RelationshipTemplate.class));
    }

    /**
     * All templates.
     *
     * @return the templates; see {@link #all} for many
     */
    public List<RelationshipTemplate> list() {
        return all(f -> {}).list();
    }

    /**
     * All templates, own and loaded.
     *
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<RelationshipTemplate> all(Consumer<TemplateFilter> filter) {
        return Listing.of(
                wire, () -> api.list(), Target.SERVER, new TemplateFilter(), filter, RelationshipTemplate.class);
    }

    /**
     * Templates that this identity made.
     *
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<RelationshipTemplate> own(Consumer<TemplateFilter> filter) {
        return Listing.of(
                wire, () -> api.own(), Target.SERVER, new TemplateFilter(), filter, RelationshipTemplate.class);
    }

    /**
     * Templates of peers that were loaded.
     *
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<RelationshipTemplate> peer(Consumer<TemplateFilter> filter) {
        return Listing.of(
                wire, () -> api.peer(), Target.SERVER, new TemplateFilter(), filter, RelationshipTemplate.class);
    }

    /**
     * One template.
     *
     * @param id the id
     * @return the template
     * @throws dev.opsdk.core.error.NotFoundException if there is none
     */
    public RelationshipTemplate get(String id) {
        return wire.send(api.get(Ids.template(id)), Target.of(id), Readers.one(RelationshipTemplate.class));
    }

    /**
     * The reference of a template as a QR code.
     *
     * @param id the id
     * @return the picture; whoever sees it can load the object
     */
    public QrCode qrCode(String id) {
        return wire.send(api.qrCode(Ids.template(id)), Target.of(id), Readers.picture());
    }

    /**
     * Makes a token for an own template. Unless told otherwise the connector forgets it: it has a reference, and cannot be read by its id.
     *
     * @param id the id
     * @param options how; {@code o -> {}} for as long as the object itself
     * @return the token
     */
    public Token createToken(String id, Consumer<TokenOptions.Builder> options) {
        TokenOptions filled = TokenBodies.filled(options);
        return wire.send(
                api.createToken(Ids.template(id), Bodies.of(filled)),
                Target.of(id).hiding(TokenBodies.secrets(filled.passwordProtection())),
                Readers.one(Token.class));
    }

    /**
     * Makes a token for an own template and shows its reference as a QR code. The connector always forgets such a token.
     *
     * @param id the id
     * @param options how; {@code o -> {}} for as long as the object itself
     * @return the picture
     */
    public QrCode createTokenQrCode(String id, Consumer<TokenOptions.Builder> options) {
        TokenOptions filled = TokenBodies.filled(options);
        return wire.send(
                api.createTokenQrCode(Ids.template(id), Bodies.of(filled)),
                Target.of(id).hiding(TokenBodies.secrets(filled.passwordProtection())),
                Readers.picture());
    }

    /**
     * Deletes a template. Since 7.3.0.
     *
     * @param id the id
     * @throws dev.opsdk.core.error.NotFoundException if there is none
     */
    public void delete(String id) {
        wire.send(api.delete(Ids.template(id)), Target.of(id), Readers.nothing());
    }
}
