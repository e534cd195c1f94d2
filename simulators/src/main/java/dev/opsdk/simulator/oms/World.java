package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.SimClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All there is. Its monitor guards every mutable part of the simulation; it is held for moments only, never while
 * something waits.
 */
final class World {

    final OmsSettings settings;
    final SimClock clock;
    final Agenda agenda = new Agenda();
    final Map<String, HostRow> hosts = new LinkedHashMap<>();
    final Map<String, OmsSource> sources = new LinkedHashMap<>();
    final Map<String, StoreRow> stores = new LinkedHashMap<>();
    final Map<String, WriterRow> writers = new LinkedHashMap<>();
    final Map<String, ConnectorRow> connectors = new LinkedHashMap<>();
    final Map<String, CheckerRow> checkers = new LinkedHashMap<>();
    MetaDb metaDb = MetaDb.FINE;
    int migratedStartsToFail;
    Duration skew = Duration.ZERO;

    World(OmsSettings settings, SimClock clock) {
        this.settings = settings;
        this.clock = clock;
        settings.hosts.forEach(ip -> hosts.put(ip, new HostRow(ip)));
    }

    Instant now() {
        return clock.now();
    }

    long second() {
        return clock.now().getEpochSecond();
    }

    /** The time on the CM server, which need not be anybody else's. */
    Instant cmNow() {
        return clock.now().plus(skew);
    }

    OmsSource source(String subTopic) {
        return sources.computeIfAbsent(subTopic, name -> new OmsSource(this));
    }

    /** A store that CM knows. */
    Optional<StoreRow> store(String name) {
        return Optional.ofNullable(stores.get(name)).filter(row -> row.state != ComponentState.GONE);
    }

    Optional<WriterRow> writer(String name) {
        return Optional.ofNullable(writers.get(name)).filter(WorkerRow::isKnown);
    }

    Optional<ConnectorRow> connector(String name) {
        return Optional.ofNullable(connectors.get(name)).filter(WorkerRow::isKnown);
    }

    List<StoreRow> storesOf(String subTopic) {
        return stores.values().stream()
                .filter(row -> row.subTopic.equals(subTopic) && row.state != ComponentState.GONE)
                .toList();
    }

    /** The store a position can be read from. */
    Optional<StoreRow> covering(String subTopic, long position) {
        return storesOf(subTopic).stream().filter(row -> row.covers(position)).findFirst();
    }

    boolean isUp(String ip) {
        HostRow host = hosts.get(ip);
        return host != null && host.up;
    }

    Stream<WorkerRow> workers() {
        return Stream.of(writers.values(), connectors.values()).flatMap(Collection::stream);
    }
}
