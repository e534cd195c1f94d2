package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.SimClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All there is: the metadata database, the clusters, the nodes' memories. Its monitor guards every mutable part of
 * the simulation; it is held for moments only, never while something waits.
 */
final class World {

    /** A deleted job whose worker has not noticed yet. */
    record Stopping(String name, Instant until) {}

    final CcrSettings settings;
    final SimClock clock;
    final SimSource source;
    final SimDestination destination;
    final Map<String, JobRow> rows = new LinkedHashMap<>();
    final List<NodeMemory> nodes = new ArrayList<>();
    final List<Stopping> stopping = new ArrayList<>();

    /** The metadata database takes no writes. */
    boolean readOnly;

    World(CcrSettings settings, SimClock clock) {
        this.settings = settings;
        this.clock = clock;
        this.source = new SimSource(this, clock);
        this.destination = new SimDestination(this);
    }

    Instant now() {
        return clock.now();
    }

    Optional<JobRow> row(String name) {
        return Optional.ofNullable(rows.get(name));
    }

    /** The job in the memory of whichever node runs it. */
    Optional<LiveJob> live(String name) {
        return nodes.stream().flatMap(node -> node.find(name).stream()).findFirst();
    }

    boolean isStopping(String name) {
        return stopping.stream().anyMatch(s -> s.name().equals(name));
    }

    /** Where a job's pending skip request is, which depends on the generation. */
    Optional<SkipRequest> skip(LiveJob job) {
        return settings.since(CcrGeneration.G5) ? job.skip : job.row.skip;
    }

    void skip(LiveJob job, Optional<SkipRequest> request) {
        if (settings.since(CcrGeneration.G5)) {
            job.skip = request;
        } else {
            job.row.skip = request;
        }
    }
}
