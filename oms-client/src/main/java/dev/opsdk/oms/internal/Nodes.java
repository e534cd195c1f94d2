package dev.opsdk.oms.internal;

/** Hosts that components are sent to. */
final class Nodes {
    private Nodes() {}

    static String checked(String node) {
        if (node == null || node.isBlank()) {
            throw new IllegalArgumentException("the host to migrate to must not be blank");
        }
        if (node.contains("/") || node.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new IllegalArgumentException("the host to migrate to is an address such as 10.10.10.2, no URL");
        }
        if (node.equals("0.0.0.0") || node.equals("::1") || node.equals("localhost") || node.startsWith("127.")) {
            throw new IllegalArgumentException("the host to migrate to is '" + node
                    + "', which every host calls itself; name it as the others do");
        }
        return node;
    }
}
