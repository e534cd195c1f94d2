package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.SimClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Backbone and everybody on it. Its monitor guards all state below it. */
final class World implements SimClock.Timeline {

    private record Plan(Instant due, long number, Runnable work) {}

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    final SimClock clock;
    final Ids ids = new Ids();
    final IdentityProvider provider;
    final Outage outage = new Outage();
    final Map<String, Node> byAddress = new LinkedHashMap<>();
    final Map<String, Doc> cloud = new LinkedHashMap<>();
    final Map<String, byte[]> contents = new LinkedHashMap<>();
    final Map<String, Set<String>> allocations = new LinkedHashMap<>();
    final List<Doc> announcements = new ArrayList<>();
    private final PriorityQueue<Plan> plans =
            new PriorityQueue<>(Comparator.comparing(Plan::due).thenComparing(Plan::number));
    private long planned;
    private String baseUrl = "";

    World(SimClock clock) {
        this.clock = clock;
        this.provider = new IdentityProvider(clock, ids);
    }

    void baseUrl(String url) {
        baseUrl = url;
    }

    String baseUrl() {
        return baseUrl;
    }

    String now() {
        return iso(clock.now());
    }

    static String iso(Instant instant) {
        return ISO.format(instant);
    }

    Optional<Node> node(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /** Something on the Backbone that has not expired. */
    Optional<Doc> cloud(String id) {
        return Optional.ofNullable(cloud.get(id)).filter(thing -> !isOver(thing.text("expiresAt")));
    }

    boolean isOver(String expiresAt) {
        return !expiresAt.isEmpty() && expiresAt.compareTo(now()) <= 0;
    }

    Set<String> allocations(String template) {
        return allocations.computeIfAbsent(template, id -> new LinkedHashSet<>());
    }

    /** Does something when the clock has come that far. */
    synchronized void at(Instant due, Runnable work) {
        plans.add(new Plan(due, planned++, work));
    }

    @Override
    public synchronized @Nullable Instant nextDue() {
        Plan next = plans.peek();
        return next == null ? null : next.due();
    }

    @Override
    public synchronized void runDue(Instant now) {
        while (!plans.isEmpty() && !plans.element().due().isAfter(now)) {
            plans.remove().work().run();
        }
    }
}
