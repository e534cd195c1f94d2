package dev.opsdk.benchmarks;

import dev.opsdk.benchmarks.call.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Row 6: what the jars weigh that row 2 runs with. */
final class SizeRow {
    private static final double MEGA = 1e6;
    private static final double MOST = 8;
    private static final double MOST_WITH_ZOOKEEPER = 13;
    private static final Map<String, String> CLIENTS = Map.of(
            "ccr-client",
            "CCR",
            "oms-client",
            "OMS",
            "bizconnector-client",
            "Business Connector",
            "openmldb-ops",
            "OpenMLDB");
    private static final List<String> ZOOKEEPER = List.of("zookeeper-", "netty-", "audience-annotations-");

    private final Page page;

    SizeRow(Page page) {
        this.page = page;
    }

    void measure() {
        page.section("size");
        page.head("class path", "jars", "MB");
        double largest = 0;
        for (String client : CLIENTS.keySet().stream().sorted().toList()) {
            double size = row("opsdk " + CLIENTS.get(client), client(client));
            largest = Math.max(largest, size);
        }
        double withZooKeeper = row(
                "opsdk OpenMLDB with ZooKeeper",
                client("openmldb-ops").and(Jars.all().starting(ZOOKEEPER)));
        Map<String, Variant> others = new LinkedHashMap<>();
        others.put("OkHttp + Jackson, by hand", Variant.OKHTTP);
        others.put("java.net.http + Jackson, by hand", Variant.JDK);
        others.put("Feign + OkHttp + Jackson", Variant.FEIGN);
        others.forEach((title, variant) -> row(title, Jars.all().starting(variant.jars())));
        page.budget(
                "below 8 MB a client, below 13 MB with ZooKeeper",
                Page.number("At most %.2f MB", largest) + Page.number(", with ZooKeeper %.2f MB", withZooKeeper),
                largest < MOST && withZooKeeper < MOST_WITH_ZOOKEEPER);
    }

    private static Jars client(String client) {
        List<String> others =
                CLIENTS.keySet().stream().filter(other -> !other.equals(client)).toList();
        return Jars.all()
                .starting(Variant.OPSDK.jars())
                .without(List.of("simulators", "benchmarks"))
                .without(others);
    }

    private double row(String title, Jars jars) {
        double size = jars.bytes() / MEGA;
        page.row(title, jars.paths().size(), Page.number("%.2f", size));
        return size;
    }
}
