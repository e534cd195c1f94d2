package dev.opsdk.openmldb;

import java.util.List;
import java.util.regex.Pattern;

/** Nameservers that somebody listed. */
record ListedNameServers(List<String> nameServers) implements Discovery {
    private static final Pattern ADDRESS = Pattern.compile("([^\\s,;:/@\\[\\]]+|\\[[0-9a-fA-F:.]+\\]):\\d{1,5}");

    ListedNameServers {
        nameServers = nameServers.stream().map(String::strip).distinct().toList();
        if (nameServers.isEmpty()) {
            throw new IllegalArgumentException("no nameserver is listed; list all of them, each as host:port");
        }
        if (nameServers.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("a listed nameserver is blank; write each as host:port");
        }
        nameServers.forEach(ListedNameServers::requireAddress);
    }

    private static void requireAddress(String name) {
        boolean address = ADDRESS.matcher(name).matches();
        int port = address ? Integer.parseInt(name.substring(name.lastIndexOf(':') + 1)) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not host:port; list each nameserver on its own, such as \"10.0.0.1:7527\"");
        }
    }

    @Override
    public String toString() {
        return "nameservers " + nameServers;
    }
}
