package dev.opsdk.bizconnector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.bizconnector.internal.Bodies;
import dev.opsdk.bizconnector.internal.Downloads;
import dev.opsdk.bizconnector.internal.FileApi;
import dev.opsdk.bizconnector.internal.Readers;
import dev.opsdk.bizconnector.internal.Target;
import dev.opsdk.bizconnector.internal.TokenBodies;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.QrCode;
import dev.opsdk.bizconnector.model.file.DownloadInfo;
import dev.opsdk.bizconnector.model.file.File;
import dev.opsdk.bizconnector.model.file.FileContent;
import dev.opsdk.bizconnector.model.filter.FileFilter;
import dev.opsdk.bizconnector.model.token.Token;
import dev.opsdk.bizconnector.model.token.TokenOptions;
import dev.opsdk.core.Secret;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Files on the Backbone. Role: {@link Roles#FILES}. */
public final class Files {
    private final Wire wire;
    private final FileApi api;

    Files(Wire wire) {
        this.wire = wire;
        this.api = wire.api(FileApi.class);
    }

    /**
     * Uploads a file.
     *
     * @param file the bytes, and what is said about them
     * @return the file
     * @throws dev.opsdk.core.error.InvalidRequestException also if it is larger than the server takes, which is 10 MiB
     */
    public File upload(FileUpload file) {
        return wire.send(api.upload(file.body()), Target.of(file.filename()), Readers.one(File.class));
    }

    /**
     * Uploads a file of this machine, under its name.
     *
     * @param file a readable file
     * @return the file
     * @throws IllegalArgumentException if it cannot be read
     */
    public File upload(Path file) {
        return upload(FileUpload.of(file).build());
    }

    /**
     * Loads a file that somebody else made. Doing it again changes nothing.
     *
     * @param reference the short form or the URL
     * @return what was loaded
     * @throws dev.opsdk.core.error.NotFoundException if there is none, or it is for somebody else
     */
    public File load(Secret reference) {
        return load(TokenBodies.reference(reference), List.of(reference));
    }

    /**
     * Loads a file that needs a password.
     *
     * @param reference the short form or the URL
     * @param password the password or PIN
     * @return what was loaded
     * @throws dev.opsdk.core.error.NotFoundException also if the password is wrong
     */
    public File load(Secret reference, Secret password) {
        return load(TokenBodies.reference(reference).put("password", password.reveal()), List.of(reference, password));
    }

    private File load(ObjectNode body, List<Secret> secrets) {
        return wire.send(api.load(body), Target.SERVER.hiding(secrets), Readers.one(File.class));
    }

    /**
     * All files.
     *
     * @return the files; see {@link #all} for many
     */
    public List<File> list() {
        return all(f -> {}).list();
    }

    /**
     * All files, own and peers'.
     *
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<File> all(Consumer<FileFilter> filter) {
        return Listing.of(wire, () -> api.list(), Target.SERVER, new FileFilter(), filter, File.class);
    }

    /**
     * Files that this identity uploaded.
     *
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<File> own(Consumer<FileFilter> filter) {
        return Listing.of(wire, () -> api.own(), Target.SERVER, new FileFilter(), filter, File.class);
    }

    /**
     * Files that peers uploaded.
     *
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<File> peer(Consumer<FileFilter> filter) {
        return Listing.of(wire, () -> api.peer(), Target.SERVER, new FileFilter(), filter, File.class);
    }

    /**
     * One file.
     *
     * @param id the id; references are loaded by {@code load}, because they hold keys and a path is logged
     * @return the file
     * @throws dev.opsdk.core.error.NotFoundException if there is none
     */
    public File get(String id) {
        return wire.send(api.get(Ids.file(id)), Target.of(id), Readers.one(File.class));
    }

    /**
     * The reference of a file as a QR code.
     *
     * @param id the id
     * @return the picture; whoever sees it can load the object
     */
    public QrCode qrCode(String id) {
        return wire.send(api.qrCode(Ids.file(id)), Target.of(id), Readers.picture());
    }

    /**
     * The bytes, in memory. The server takes files up to 10 MiB.
     *
     * @param id FIL...
     * @return the bytes, with name and type
     */
    public FileContent download(String id) {
        return wire.send(api.download(Ids.file(id)), Target.of(id), Downloads.inMemory());
    }

    /**
     * Writes the bytes as they come, with little memory and without a limit of their number.
     *
     * @param id FIL...
     * @param out where they go; flushed, not closed. After a failure part of them may be there
     * @return name, type and size
     */
    public DownloadInfo download(String id, OutputStream out) {
        return wire.stream(api.download(Ids.file(id)), Target.of(id), Downloads.to(out));
    }

    /**
     * Writes the bytes into a file as they come, with little memory and without a limit of their number. The file appears when it is
     * complete, and replaces one of that name.
     *
     * @param id FIL...
     * @param file where they go
     * @return name, type and size
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public DownloadInfo download(String id, Path file) {
        return Downloads.toFile(file, out -> wire.stream(api.download(Ids.file(id)), Target.of(id), Downloads.to(out)));
    }

    /**
     * Makes a token for a file. Unless told otherwise the connector forgets it: it has a reference, and cannot be read by its id.
     *
     * @param id the id
     * @param options how; {@code o -> {}} for as long as the object itself
     * @return the token
     */
    public Token createToken(String id, Consumer<TokenOptions.Builder> options) {
        TokenOptions filled = TokenBodies.filled(options);
        return wire.send(
                api.createToken(Ids.file(id), Bodies.of(filled)),
                Target.of(id).hiding(TokenBodies.secrets(filled.passwordProtection())),
                Readers.one(Token.class));
    }

    /**
     * Makes a token for a file and shows its reference as a QR code. The connector always forgets such a token.
     *
     * @param id the id
     * @param options how; {@code o -> {}} for as long as the object itself
     * @return the picture
     */
    public QrCode createTokenQrCode(String id, Consumer<TokenOptions.Builder> options) {
        TokenOptions filled = TokenBodies.filled(options);
        return wire.send(
                api.createTokenQrCode(Ids.file(id), Bodies.of(filled)),
                Target.of(id).hiding(TokenBodies.secrets(filled.passwordProtection())),
                Readers.picture());
    }

    /**
     * Makes a new ownership token; the old one cannot be used any more.
     *
     * @param id a file that this identity owns
     * @return the file
     * @throws dev.opsdk.core.error.PreconditionException if somebody else owns it
     */
    public File regenerateOwnershipToken(String id) {
        return wire.send(
                api.regenerateOwnershipToken(Ids.file(id), Bodies.empty()), Target.of(id), Readers.one(File.class));
    }

    /**
     * Deletes a file.
     *
     * @param id the id
     * @throws dev.opsdk.core.error.NotFoundException if there is none
     */
    public void delete(String id) {
        wire.send(api.delete(Ids.file(id)), Target.of(id), Readers.nothing());
    }
}
