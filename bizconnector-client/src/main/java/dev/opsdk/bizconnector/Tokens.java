package dev.opsdk.bizconnector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.bizconnector.internal.Readers;
import dev.opsdk.bizconnector.internal.Target;
import dev.opsdk.bizconnector.internal.TokenApi;
import dev.opsdk.bizconnector.internal.TokenBodies;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.QrCode;
import dev.opsdk.bizconnector.model.filter.TokenFilter;
import dev.opsdk.bizconnector.model.token.CreateToken;
import dev.opsdk.bizconnector.model.token.Token;
import dev.opsdk.core.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** References to anything. Role: {@link Roles#TOKENS}. There is no list of all: own ones and loaded ones are two lists. */
public final class Tokens {
    private final Wire wire;
    private final TokenApi api;

    Tokens(Wire wire) {
        this.wire = wire;
        this.api = wire.api(TokenApi.class);
    }

    /**
     * Makes a token.
     *
     * @param token what it leads to, and for whom
     * @return the token
     */
    public Token create(CreateToken token) {
        return wire.send(
                api.create(TokenBodies.token(token)),
                Target.SERVER.hiding(TokenBodies.secrets(token)),
                Readers.one(Token.class));
    }

    /**
     * Makes a token.
     *
     * @param token says what it leads to, and for whom
     * @return the token
     */
    public Token create(Consumer<CreateToken.Builder> token) {
        CreateToken.Builder builder = CreateToken.builder();
        token.accept(builder);
        return create(builder.build());
    }

    /**
     * Loads a token that somebody else made, and keeps it.
     *
     * @param reference the short form or the URL
     * @return the token
     * @throws dev.opsdk.core.error.NotFoundException if there is none, or it is for somebody else
     */
    public Token load(Secret reference) {
        return load(TokenBodies.loadToken(reference, false), List.of(reference));
    }

    /**
     * Loads a token that needs a password, and keeps it.
     *
     * @param reference the short form or the URL
     * @param password the password or PIN
     * @return the token
     * @throws dev.opsdk.core.error.NotFoundException also if the password is wrong
     * @throws dev.opsdk.core.error.InvalidRequestException if it needs one and has none
     */
    public Token load(Secret reference, Secret password) {
        return load(
                TokenBodies.loadToken(reference, false).put("password", password.reveal()),
                List.of(reference, password));
    }

    /**
     * Loads a token without keeping it at the connector.
     *
     * @param reference the short form or the URL
     * @param password the password or PIN, if it needs one
     * @return the token
     */
    public Token peek(Secret reference, Optional<Secret> password) {
        ObjectNode body = TokenBodies.loadToken(reference, true);
        password.ifPresent(word -> body.put("password", word.reveal()));
        return load(body, Stream.concat(Stream.of(reference), password.stream()).toList());
    }

    private Token load(ObjectNode body, List<Secret> secrets) {
        return wire.send(api.load(body), Target.SERVER.hiding(secrets), Readers.one(Token.class));
    }

    /**
     * Tokens that this identity made and kept.
     *
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<Token> own(Consumer<TokenFilter> filter) {
        return Listing.of(wire, () -> api.own(), Target.SERVER, new TokenFilter(), filter, Token.class);
    }

    /**
     * Tokens of others that were loaded and kept.
     *
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<Token> peer(Consumer<TokenFilter> filter) {
        return Listing.of(wire, () -> api.peer(), Target.SERVER, new TokenFilter(), filter, Token.class);
    }

    /**
     * One token.
     *
     * @param id the id
     * @return the token
     * @throws dev.opsdk.core.error.NotFoundException if there is none
     */
    public Token get(String id) {
        return wire.send(api.get(Ids.token(id)), Target.of(id), Readers.one(Token.class));
    }

    /**
     * The reference of a token as a QR code.
     *
     * @param id the id
     * @return the picture; whoever sees it can load the object
     */
    public QrCode qrCode(String id) {
        return wire.send(api.qrCode(Ids.token(id)), Target.of(id), Readers.picture());
    }

    /**
     * Deletes a token. Since 7.3.0.
     *
     * @param id the id
     * @throws dev.opsdk.core.error.NotFoundException if there is none
     */
    public void delete(String id) {
        wire.send(api.delete(Ids.token(id)), Target.of(id), Readers.nothing());
    }
}
