package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.internal.Bodies;
import dev.opsdk.bizconnector.internal.Downloads;
import dev.opsdk.bizconnector.internal.MessageApi;
import dev.opsdk.bizconnector.internal.Readers;
import dev.opsdk.bizconnector.internal.Target;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.file.DownloadInfo;
import dev.opsdk.bizconnector.model.file.File;
import dev.opsdk.bizconnector.model.file.FileContent;
import dev.opsdk.bizconnector.model.filter.MessageFilter;
import dev.opsdk.bizconnector.model.message.Message;
import dev.opsdk.bizconnector.model.message.MessageWithAttachments;
import dev.opsdk.bizconnector.model.message.SendMessage;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Messages between identities. Role: {@link Roles#MESSAGES}. */
public final class Messages {
    private final Wire wire;
    private final MessageApi api;

    Messages(Wire wire) {
        this.wire = wire;
        this.api = wire.api(MessageApi.class);
    }

    /**
     * Sends a message.
     *
     * @param message the message
     * @return the message
     * @throws dev.opsdk.core.error.PreconditionException if there is no active relationship with a recipient
     */
    public Message send(SendMessage message) {
        return wire.send(
                api.send(Bodies.of(message)),
                Target.of(String.join(" ", message.recipients())),
                Readers.one(Message.class));
    }

    /**
     * Sends a message.
     *
     * @param message says which
     * @return the message
     */
    public Message send(Consumer<SendMessage.Builder> message) {
        SendMessage.Builder builder = SendMessage.builder();
        message.accept(builder);
        return send(builder.build());
    }

    /**
     * All messages.
     *
     * @return the messages; see {@link #all} for many
     */
    public List<Message> list() {
        return all(f -> {}).list();
    }

    /**
     * All messages, sent and received.
     *
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<Message> all(Consumer<MessageFilter> filter) {
        return Listing.of(wire, () -> api.list(), Target.SERVER, new MessageFilter(), filter, Message.class);
    }

    /**
     * One message, with the files that are attached to it.
     *
     * @param id MSG...
     * @return the message
     * @throws dev.opsdk.core.error.NotFoundException if there is none
     */
    public MessageWithAttachments get(String id) {
        return wire.send(api.get(Ids.message(id)), Target.of(id), Readers.one(MessageWithAttachments.class));
    }

    /**
     * One of the attachments.
     *
     * @param id MSG...
     * @param fileId FIL...
     * @return the file
     * @throws dev.opsdk.core.error.NotFoundException if the message has no such attachment; the server says it with status 400
     */
    public File attachment(String id, String fileId) {
        return wire.send(
                api.attachment(Ids.message(id), Ids.file(fileId)),
                Target.of(id + "/" + fileId),
                Readers.one(File.class));
    }

    /**
     * The bytes, in memory. The server takes files up to 10 MiB.
     *
     * @param id MSG...
     * @param fileId FIL...
     * @return the bytes, with name and type
     */
    public FileContent download(String id, String fileId) {
        return wire.send(
                api.download(Ids.message(id), Ids.file(fileId)), Target.of(id + "/" + fileId), Downloads.inMemory());
    }

    /**
     * Writes the bytes as they come, with little memory.
     *
     * @param id MSG...
     * @param fileId FIL...
     * @param out where they go; flushed, not closed. After a failure part of them may be there
     * @return name, type and size
     */
    public DownloadInfo download(String id, String fileId, OutputStream out) {
        return wire.stream(
                api.download(Ids.message(id), Ids.file(fileId)), Target.of(id + "/" + fileId), Downloads.to(out));
    }

    /**
     * Writes the bytes into a file as they come, with little memory. The file appears when it is complete, and replaces one of that name.
     *
     * @param id MSG...
     * @param fileId FIL...
     * @param file where they go
     * @return name, type and size
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public DownloadInfo download(String id, String fileId, Path file) {
        return Downloads.toFile(
                file,
                out -> wire.stream(
                        api.download(Ids.message(id), Ids.file(fileId)),
                        Target.of(id + "/" + fileId),
                        Downloads.to(out)));
    }
}
