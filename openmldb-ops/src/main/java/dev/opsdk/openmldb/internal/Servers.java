package dev.opsdk.openmldb.internal;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.call.CallSite;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.internal.CallContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Request;

/**
 * Where servers can be reached. Requests carry the names of the cluster; sockets dial the address. What the builder was told counts
 * most, then the directory, then what the nameserver said in {@code ShowTablet}, then the name itself.
 */
public final class Servers {
    /** Stands for whom a request is not sent to yet; in messages and plans for a leader that is not known. */
    static final BaseUrl SOMEBODY = new BaseUrl("http", "whoever-leads", 7527);

    private final Map<String, BaseUrl> told;
    private final Directory directory;
    private final Map<String, BaseUrl> learned = new ConcurrentHashMap<>();

    /**
     * Gathers what is known.
     *
     * @param told what the builder was told, by name
     * @param directory who else knows
     */
    public Servers(Map<String, BaseUrl> told, Directory directory) {
        this.told = Map.copyOf(told);
        this.directory = directory;
    }

    Directory directory() {
        return directory;
    }

    /** What a nameserver said. */
    void learn(String name, String address) {
        parse(address).ifPresent(url -> learned.put(name, url));
    }

    /** The address, or empty when the name is none and nobody knows better. */
    Optional<BaseUrl> find(String name) {
        BaseUrl override = told.get(name);
        if (override != null) {
            return Optional.of(override);
        }
        Optional<BaseUrl> otherwise = Optional.ofNullable(learned.get(name)).or(() -> parse(name));
        try {
            return directory.address(name).flatMap(Servers::parse).or(() -> otherwise);
        } catch (UnreachableException e) {
            if (otherwise.isEmpty()) {
                throw e;
            }
            return otherwise; // an address book that is away must not stop what goes without it
        }
    }

    /** Something moved: what was looked up is not to be trusted. */
    void refresh() {
        directory.refresh();
    }

    /** The call in messages when it is not known where it would have gone. */
    static CallSite site(CallContext context, Request request) {
        return context.site(request.method(), request.url());
    }

    /**
     * Reads an address.
     *
     * @param address {@code host:port} or a base URL
     * @return the address, or empty when it is a bare name
     */
    public static Optional<BaseUrl> parse(String address) {
        String text = address.strip();
        if (!text.matches("(?i)(https?://)?[^/@\\s]+:\\d{1,5}/?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(BaseUrl.parse(text.contains("://") ? text : "http://" + text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a server name; the caller says that it has no address
        }
    }
}
