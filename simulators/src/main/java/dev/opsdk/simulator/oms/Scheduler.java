package dev.opsdk.simulator.oms;

import java.util.List;
import java.util.Optional;

/** Finds the host something goes to. */
final class Scheduler {

    private Scheduler() {}

    /** A named host has to be there and up; whether it can carry more is not asked. */
    static String target(World world, Optional<String> named, String current) throws Refusal {
        if (named.isEmpty()) {
            return anyHost(world, current);
        }
        HostRow host = world.hosts.get(named.get());
        if (host == null) {
            throw new Refusal(CmErrors.NO_MACHINE, "No available machine in current region.");
        }
        if (!host.up) {
            throw new Refusal(CmErrors.NO_ALIVE_HOST, "No alive hosts in current region.");
        }
        return host.ip;
    }

    /** Any other host that is up and has room. */
    static String anyHost(World world, String current) throws Refusal {
        List<HostRow> up = world.hosts.values().stream()
                .filter(host -> host.up && !host.ip.equals(current))
                .toList();
        if (up.isEmpty()) {
            throw new Refusal(CmErrors.NO_ALIVE_HOST, "No alive hosts in current region.");
        }
        return up.stream()
                .filter(host -> !host.full)
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(CmErrors.NO_RESOURCE, "No enough machine resource for a incr_trans task."))
                .ip;
    }
}
