package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a connector has in its database, for arranging and inspecting a test. Nothing here is a request. */
public final class SimData {

    private final Node node;

    SimData(Node node) {
        this.node = node;
    }

    /**
     * Uploads a file.
     *
     * @param filename its name
     * @param mimetype its type
     * @param content its bytes
     * @return its id
     */
    public String uploadFile(String filename, String mimetype, byte[] content) {
        synchronized (node.world) {
            return Files.upload(node, filename, mimetype, content.clone(), null, null, List.of(), "")
                    .text("id");
        }
    }

    /**
     * Uploads a file that ends.
     *
     * @param filename its name
     * @param expiresAt when, in the time of the simulator, which may be long ago
     * @return its id
     */
    public String uploadFileExpiring(String filename, Instant expiresAt) {
        synchronized (node.world) {
            byte[] content = filename.getBytes(StandardCharsets.UTF_8);
            String end = World.iso(expiresAt);
            return Files.upload(node, filename, "text/plain", content, null, null, List.of(), end)
                    .text("id");
        }
    }

    /**
     * Creates attributes of the identity, all different.
     *
     * @param count how many
     * @return their ids
     */
    public List<String> addAttributes(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            ids.add(addAttribute("GivenName", "Name " + i));
        }
        return ids;
    }

    /**
     * Creates an attribute of the identity.
     *
     * @param type a simple type of value, for example {@code GivenName}
     * @param value its value
     * @return its id
     */
    public String addAttribute(String type, String value) {
        synchronized (node.world) {
            return Attributes.create(node, Doc.of("@type", type, "value", value), List.of())
                    .text("id");
        }
    }

    /**
     * Sends a mail to a connector it has a relationship with. It arrives when that one syncs.
     *
     * @param to the other connector
     * @param subject the subject
     * @param body the text
     * @param files ids of files that it knows
     * @return the id of the message
     */
    public String sendMail(SimConnector to, String subject, String body, String... files) {
        synchronized (node.world) {
            Doc mail = Doc.of("@type", "Mail")
                    .with("body", body)
                    .with("bodyFormat", "PlainText")
                    .with("cc", List.of())
                    .with("subject", subject)
                    .with("to", List.of(to.address()));
            return Messages.send(node, List.of(to.address()), mail, List.of(files))
                    .text("id");
        }
    }

    /**
     * Marks a message as read, which nobody can do over the interface.
     *
     * @param message its id
     */
    public void markAsRead(String message) {
        synchronized (node.world) {
            Doc known = node.rawDb().messages.get(message);
            if (known == null) {
                throw new IllegalArgumentException("no message " + message);
            }
            known.with("wasReadAt", node.now());
            node.emit("transport.messageWasReadAtChanged", known);
        }
    }

    /**
     * Marks an attribute as seen by somebody, which nobody can do over the interface.
     *
     * @param attribute its id
     */
    public void markAsViewed(String attribute) {
        synchronized (node.world) {
            Doc known = node.rawDb().attributes.get(attribute);
            if (known == null) {
                throw new IllegalArgumentException("no attribute " + attribute);
            }
            known.with("wasViewedAt", node.now());
            node.emit("consumption.attributeWasViewedAtChanged", known);
        }
    }

    /**
     * Locks the ownership of a file, as too many wrong ownership tokens do.
     *
     * @param file its id
     */
    public void lockOwnership(String file) {
        synchronized (node.world) {
            Doc known = node.rawDb().files.get(file);
            if (known == null) {
                throw new IllegalArgumentException("no file " + file);
            }
            known.with("ownershipIsLocked", true);
            node.emit("transport.fileOwnershipLocked", known);
        }
    }

    /** The identity announces that it will be deleted; peers get to know when they sync. */
    public void startsDeletion() {
        synchronized (node.world) {
            PeerDeletion.announce(node, World.iso(node.world.clock.now().plus(Duration.ofDays(14))));
        }
    }

    /** The identity is not deleted after all; peers get to know when they sync. */
    public void withdrawsDeletion() {
        synchronized (node.world) {
            PeerDeletion.withdraw(node);
        }
    }

    /** The identity is gone; peers get to know when they sync. */
    public void isDeleted() {
        synchronized (node.world) {
            PeerDeletion.complete(node);
        }
    }

    /**
     * All attributes.
     *
     * @return each as JSON
     */
    public List<String> attributes() {
        return json(db -> db.attributes);
    }

    /**
     * All files.
     *
     * @return each as JSON
     */
    public List<String> files() {
        return json(db -> db.files);
    }

    /**
     * All tokens.
     *
     * @return each as JSON
     */
    public List<String> tokens() {
        return json(db -> db.tokens);
    }

    /**
     * All templates.
     *
     * @return each as JSON
     */
    public List<String> templates() {
        return json(db -> db.templates);
    }

    /**
     * All relationships.
     *
     * @return each as JSON
     */
    public List<String> relationships() {
        return json(db -> db.relationships);
    }

    /**
     * All messages.
     *
     * @return each as JSON
     */
    public List<String> messages() {
        return json(db -> db.messages);
    }

    /**
     * All requests from others.
     *
     * @return each as JSON
     */
    public List<String> incomingRequests() {
        return json(db -> db.incoming);
    }

    /**
     * All requests to others.
     *
     * @return each as JSON
     */
    public List<String> outgoingRequests() {
        return json(db -> db.outgoing);
    }

    private List<String> json(Function<Db, Map<String, Doc>> part) {
        synchronized (node.world) {
            List<String> all = new ArrayList<>();
            part.apply(node.rawDb()).values().forEach(doc -> all.add(JsonWriter.write(Answer.visible(doc))));
            return all;
        }
    }
}
