package dev.opsdk.oms.internal;

/** Hosts that components are sent to. */
final class Nodes {
    private Nodes() {}

    static String checked(String node) {
        if (node.isBlank()) {
            throw new IllegalArgumentException("the host to migrate to must not be blank");
        }
        if (node.contains("/") || node.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new IllegalArgumentException("the host to migrate to is an address such as 10.10.10.2, no URL");
        }
        return node;
    }
}
