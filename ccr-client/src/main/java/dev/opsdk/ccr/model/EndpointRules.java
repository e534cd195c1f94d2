package dev.opsdk.ccr.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a side of a job must be. No message quotes a value that may be a password. */
final class EndpointRules {
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final Pattern WITH_PORT = Pattern.compile("[^:]*:[0-9]*|\\[.*\\]:[0-9]*");

    private EndpointRules() {}

    static void check(ClusterEndpoint endpoint) {
        host(endpoint.host());
        port("port", endpoint.port());
        port("thrift_port", endpoint.thriftPort());
        notBlank("user", endpoint.user());
        notBlank("database", endpoint.database());
        if (!endpoint.table().isEmpty()) {
            notBlank("table", endpoint.table());
        }
        endpoint.hostMapping().forEach((privateIp, publicIp) -> {
            notBlank("private side of a host mapping", privateIp);
            if (publicIp.isBlank()) {
                throw new IllegalArgumentException("host mapping of " + privateIp
                        + " has no public side: that deletes an entry in an update, and is stored as it is at create");
            }
        });
    }

    /** Whether both sides are the same data, as far as addresses tell. */
    static boolean same(ClusterEndpoint one, ClusterEndpoint other) {
        return one.host().toLowerCase(Locale.ROOT).equals(other.host().toLowerCase(Locale.ROOT))
                && Integer.parseInt(one.port()) == Integer.parseInt(other.port())
                && one.database().equals(other.database())
                && one.table().equals(other.table());
    }

    static List<String> warnings(String side, ClusterEndpoint endpoint) {
        List<String> warnings = new ArrayList<>();
        warn(warnings, side + ".user", endpoint.user());
        warn(warnings, side + ".password", endpoint.password().reveal());
        warn(warnings, side + ".database", endpoint.database());
        warn(warnings, side + ".table", endpoint.table());
        return warnings;
    }

    private static void warn(List<String> warnings, String what, String value) {
        if (value.indexOf('\'') >= 0) {
            warnings.add(
                    what + " holds a ' : a syncer that keeps its metadata in MySQL or PostgreSQL builds SQL from text,"
                            + " so the create fails or worse");
        }
        if (value.indexOf('"') >= 0 || value.indexOf('\\') >= 0) {
            warnings.add(what
                    + " holds a \" or a backslash: a syncer that keeps its metadata in MySQL cannot read the job any"
                    + " more after a restart");
        }
        if (value.chars().anyMatch(c -> c == '<' || c == '>' || c == '&')) {
            warnings.add(what
                    + " holds one of < > & : the syncer's JSON writes them with a backslash, which a metadata store in"
                    + " MySQL is expected to lose, so the value would be another after a restart");
        }
    }

    private static void host(String host) {
        notBlank("host", host);
        if (host.contains("://")) {
            throw new IllegalArgumentException("host must be a host alone, without a scheme");
        }
        if (WITH_PORT.matcher(host).matches()) {
            throw new IllegalArgumentException("host must be a host alone; the port has a place of its own");
        }
        if (host.chars()
                .anyMatch(c -> c == '/' || c == '@' || Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new IllegalArgumentException("host must be a host name or an address, nothing else");
        }
    }

    private static void port(String what, String port) {
        if (!PORT.matcher(port).matches() || Integer.parseInt(port) > 65535) {
            throw new IllegalArgumentException(
                    what + " is '" + port + "', and must be a decimal number from 0 to 65535");
        }
    }

    private static void notBlank(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
    }
}
