package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import java.util.Optional;
import java.util.function.IntFunction;

/** Sends calls about jobs of other nodes to them, by the address those nodes were told to give. */
final class Redirects {

    private final World world;
    private final NodeMemory node;
    private final IntFunction<String> addresses;

    Redirects(World world, NodeMemory node, IntFunction<String> addresses) {
        this.world = world;
        this.node = node;
        this.addresses = addresses;
    }

    /** The redirect or the refusal, empty when this node is the one. */
    Optional<SimResponse> check(SimRequest request, String name) {
        int owner;
        synchronized (world) {
            Optional<JobRow> row = world.row(name);
            if (row.isEmpty()) {
                return Optional.of(Replies.refused("job " + name + " not exist"));
            }
            owner = row.get().owner;
        }
        if (owner == node.index) {
            return Optional.empty();
        }
        // the first generation sends everything to job_status, whatever was asked
        String target = world.settings.generation == CcrGeneration.G1 ? "/job_status" : request.target();
        String location = "http://" + addresses.apply(owner) + target;
        return Optional.of(Replies.redirect(303, request.method(), location));
    }
}
