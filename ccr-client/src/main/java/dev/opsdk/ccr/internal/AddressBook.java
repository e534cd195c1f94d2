package dev.opsdk.ccr.internal;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.Refusal;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns what syncers call each other into what can be reached from here. A syncer names an owner as the owner's {@code -host} and
 * {@code -port} flags say, always {@code http}, and {@code 127.0.0.1} unless told: an identity, not an address.
 */
public final class AddressBook {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");
    /** Generation 1 sends every redirect to /job_status; anything else is not a syncer's redirect. */
    private static final String PATH_OF_GENERATION_1 = "/job_status";

    private final List<BaseUrl> configured;
    private final Map<String, BaseUrl> advertised;
    private final boolean pinned;

    /**
     * Opens the book.
     *
     * @param configured where the syncers are
     * @param advertised what they call themselves, {@code host:port}, to where that is
     * @param pinned whether an address that is not in the book is refused
     */
    public AddressBook(List<BaseUrl> configured, Map<String, BaseUrl> advertised, boolean pinned) {
        this.configured = List.copyOf(configured);
        this.advertised = Map.copyOf(advertised);
        this.pinned = pinned;
    }

    List<BaseUrl> configured() {
        return configured;
    }

    /** Whether it was named by the person who built the client, and so gets credentials. */
    boolean trusted(BaseUrl node) {
        return configured.contains(node) || advertised.containsValue(node);
    }

    /**
     * Where the named owner can be reached.
     *
     * @throws PreconditionException if it must not be called; nothing was done by whoever named it
     */
    BaseUrl resolve(BaseUrl from, BaseUrl address, Refusal refusal) {
        BaseUrl mapped = advertised.get(address.authority());
        if (mapped != null) {
            return mapped;
        }
        Optional<BaseUrl> known = configured.stream()
                .filter(node -> node.authority().equals(address.authority()))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        if (meansThisMachine(address) && !meansThisMachine(from)) {
            throw refused(
                    refusal,
                    address,
                    "that is this machine, seen from here; start the owner with -host, or tell the builder");
        }
        if (pinned) {
            throw refused(refusal, address, "only the configured syncers may be called; tell the builder");
        }
        if (from.scheme().equals("https")) {
            throw refused(refusal, address, "that would leave TLS; tell the builder");
        }
        return address;
    }

    private static boolean meansThisMachine(BaseUrl address) {
        String host = address.host().toLowerCase(Locale.ROOT);
        if (!LITERAL.matcher(host).matches()) {
            return host.equals("localhost") || host.endsWith(".localhost");
        }
        try {
            InetAddress literal = InetAddress.getByName(host); // a literal asks no name server
            return literal.isLoopbackAddress() || literal.isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return false; // it cannot be called either
        }
    }

    private static PreconditionException refused(Refusal refusal, BaseUrl address, String why) {
        return new PreconditionException(new Refusal(
                refusal.call(),
                refusal.status(),
                "the syncer says that " + address.authority() + " owns the job: " + why,
                "advertised(\"" + address.authority() + "\", \"http://where-it-can-be-reached:port\")"));
    }

    /** The owner that a redirect names, or empty when this is no redirect of a syncer. */
    static Optional<BaseUrl> owner(String location, String requestedPath) {
        try {
            URI uri = URI.create(location);
            boolean ofSyncer = requestedPath.equals(uri.getPath()) || PATH_OF_GENERATION_1.equals(uri.getPath());
            return ofSyncer && uri.getHost() != null && uri.getRawUserInfo() == null
                    ? Optional.of(BaseUrl.parse(uri.getScheme() + "://" + uri.getRawAuthority()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not a URL: the caller says that this is no syncer's redirect
        }
    }
}
