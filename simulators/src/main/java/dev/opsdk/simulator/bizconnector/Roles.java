package dev.opsdk.simulator.bizconnector;

import java.util.List;

/** Whether somebody's roles are enough. */
final class Roles {

    private Roles() {}

    static boolean allow(List<String> granted, List<String> anyOf) {
        return anyOf.stream().anyMatch(needed -> granted.stream().anyMatch(role -> covers(role, needed)));
    }

    private static boolean covers(String role, String needed) {
        return covers(List.of(role.split(":", -1)), List.of(needed.split(":", -1)));
    }

    private static boolean covers(List<String> role, List<String> needed) {
        if (role.isEmpty() || needed.isEmpty()) {
            return role.isEmpty() && needed.isEmpty();
        }
        List<String> restNeeded = needed.subList(1, needed.size());
        List<String> restRole = role.subList(1, role.size());
        if (role.get(0).equals("**")) {
            return covers(restRole, restNeeded) || covers(role, restNeeded);
        }
        return (role.get(0).equals("*") || role.get(0).equals(needed.get(0))) && covers(restRole, restNeeded);
    }
}
