package dev.opsdk.openmldb;

import java.util.List;

/** Nameservers that somebody listed. */
record ListedNameServers(List<String> nameServers) implements Discovery {
    ListedNameServers {
        nameServers = nameServers.stream().map(String::strip).distinct().toList();
        if (nameServers.isEmpty()) {
            throw new IllegalArgumentException("no nameserver is listed; list all of them, each as host:port");
        }
        if (nameServers.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("a listed nameserver is blank; write each as host:port");
        }
    }

    @Override
    public String toString() {
        return "nameservers " + nameServers;
    }
}
