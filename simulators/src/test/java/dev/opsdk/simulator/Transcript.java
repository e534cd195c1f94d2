package dev.opsdk.simulator;

import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.oms.OmsChain;
import dev.opsdk.simulator.oms.OmsSimulator;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** One long day of each simulator: what was answered, and the journal. Also started as a process of its own. */
final class Transcript {

    static final List<String> NAMES = List.of("ccr", "oms", "openmldb", "connector");

    private static final Pattern ADDRESS = Pattern.compile("(?:127\\.0\\.0\\.1|localhost):([0-9]{4,5})");
    private static final Pattern ETAG = Pattern.compile("etag=\\[[^]]*]");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final StringBuilder text = new StringBuilder();
    private String[] headers = {};

    private Transcript() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String name : NAMES) {
            out.print(of(name) + "\n");
        }
        out.flush();
    }

    static String of(String name) throws IOException, InterruptedException {
        Transcript transcript = new Transcript();
        switch (name) {
            case "ccr" -> transcript.ccr();
            case "oms" -> transcript.oms();
            case "openmldb" -> transcript.openMldb();
            default -> transcript.connector();
        }
        return name + "\n" + transcript.withoutPorts();
    }

    private void ccr() throws IOException, InterruptedException {
        try (CcrSimulator sim = CcrSimulator.builder().nodes(3).start()) {
            sim.source().database("shop").tables("orders", "customers", "stock");
            String side = "{\"host\":\"127.0.0.1\",\"port\":\"9030\",\"thrift_port\":\"9020\",\"user\":\"root\","
                    + "\"password\":\"\",\"database\":\"%s\",\"table\":\"\"}";
            for (String job : List.of("b", "a", "c")) {
                ask(
                        sim.url(),
                        "POST",
                        "/create_ccr",
                        "{\"name\":\"" + job + "\",\"src\":" + side.formatted("shop") + ",\"dest\":"
                                + side.formatted("dr_" + job) + "}");
            }
            sim.advance(Duration.ofMinutes(1));
            sim.source().write("shop", 40);
            for (int i = 0; i < 3; i++) {
                String url = sim.node(i).url();
                ask(url, "GET", "/list_jobs", "");
                ask(url, "POST", "/pause", "{\"name\":\"a\"}");
                ask(url, "POST", "/job_detail", "{\"name\":\"b\"}");
                ask(url, "POST", "/get_lag", "{\"name\":\"c\"}");
                ask(url, "GET", "/metrics", "");
                sim.advance(Duration.ofSeconds(7));
            }
            sim.node(0).kill();
            sim.advance(Duration.ofMinutes(1));
            ask(sim.node(1).url(), "POST", "/job_progress", "{\"name\":\"b\"}");
            sim.node(0).restart();
            sim.node(0).fail(Fault.html(502).on("/resume"));
            ask(sim.node(0).url(), "POST", "/resume", "{\"name\":\"a\"}");
            journal(sim);
        }
    }

    private void oms() throws IOException, InterruptedException {
        try (OmsSimulator sim = OmsSimulator.builder().highAvailability(true).start()) {
            OmsChain orders = sim.chain("p_orders");
            sim.chain("p_stock");
            sim.advance(Duration.ofHours(1));
            String store = "?crawlerName=" + orders.store().name() + "&filters=";
            ask(sim.url(), "GET", "/crawler/detail" + store, "");
            ask(sim.url(), "GET", "/JDBCWriter/detail?name=" + orders.writer().name(), "");
            orders.store().dies();
            orders.connector().dies();
            sim.advance(Duration.ofMinutes(12));
            ask(sim.url(), "POST", "/crawler/clear" + store, "");
            ask(sim.url(), "POST", "/crawler/restore" + store, "");
            ask(sim.url(), "POST", "/applier/stop?name=" + orders.writer().name(), "");
            sim.host("10.10.10.1").goesDown();
            sim.advance(Duration.ofMinutes(15));
            ask(sim.url(), "GET", "/crawler/detail" + store, "");
            text.append(sim.stores()).append(sim.connecting(orders.store().subTopic()));
            journal(sim);
        }
    }

    private void openMldb() throws IOException, InterruptedException {
        try (OpenMldbSimulator sim = OpenMldbSimulator.builder().tablets(6).start()) {
            headers = new String[] {"Authorization", "sdefault", "Content-Type", "application/json"};
            sim.table("shop", "orders").partitions(8).replicas(3).rows(11).create();
            sim.table("shop", "stock").partitions(4).replicas(2).rows(3).create();
            sim.addTablet();
            ask(sim.url(), "POST", "/NameServer/ShowTablet", "{}");
            ask(sim.url(), "POST", "/NameServer/ShowTable", "{\"show_all\":true}");
            sim.tablet(2).kill();
            sim.advance(Duration.ofMinutes(3));
            sim.tablet(2).restart();
            sim.advance(Duration.ofMinutes(3));
            ask(sim.url(), "POST", "/NameServer/ShowOPStatus", "{}");
            ask(sim.tablet(2).url(), "POST", "/TabletServer/GetTableStatus", "{}");
            sim.nameServer(0).kill();
            sim.advance(Duration.ofMinutes(1));
            ask(sim.nameServer(1).url(), "POST", "/NameServer/ShowTable", "{\"db\":\"shop\",\"name\":\"stock\"}");
            text.append(sim.view()).append(sim.calls());
            journal(sim);
        }
    }

    private void connector() throws IOException, InterruptedException {
        try (BizConnectorSimulator sim =
                BizConnectorSimulator.builder().connectors(3).start()) {
            String url = sim.url() + "/api/core/v1";
            headers = new String[] {"X-API-KEY", sim.connector(0).apiKey(), "Content-Type", "application/json"};
            sim.establishRelationship(sim.connector(0), sim.connector(1));
            sim.establishRelationship(sim.connector(2), sim.connector(0));
            sim.connector(1).data().sendMail(sim.connector(0), "Hello", "World");
            sim.advance(Duration.ofMinutes(1));
            ask(url, "POST", "/Account/Sync", "");
            ask(url, "GET", "/Messages", "");
            ask(url, "GET", "/Relationships", "");
            ask(url, "GET", "/Account/IdentityInfo", "");
            ask(url, "GET", "/Messages/MSGnobodyknowsthis1", "");
            ask(sim.url(), "GET", "/Monitoring/Support", "");
            ask(sim.url(), "GET", "/Monitoring/Requests", "");
            sim.backbone().failing(503);
            ask(url, "POST", "/Account/Sync", "");
            ask(sim.url(), "GET", "/health", "");
            text.append(sim.connector(0).logs());
            journal(sim);
        }
    }

    private void ask(String base, String method, String target, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + target))
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        text.append(method)
                .append(' ')
                .append(target)
                .append(" -> ")
                .append(answer.statusCode())
                .append(' ')
                .append(answer.headers().map())
                .append('\n')
                .append(answer.body())
                .append('\n');
    }

    private void journal(Simulator sim) {
        sim.journal()
                .entries()
                .forEach(entry -> text.append('\n')
                        .append(entry)
                        .append(' ')
                        .append(entry.request().headers())
                        .append(entry.request().body()));
    }

    /**
     * Ports are random, and nothing else: the first that shows up is called port0, and so on. An ETag is a digest of a
     * body that may name a port.
     */
    private String withoutPorts() {
        String neutral = ETAG.matcher(text).replaceAll("etag=[...]");
        List<String> known = ADDRESS.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        for (int i = 0; i < known.size(); i++) {
            neutral = neutral.replaceAll("\\b" + known.get(i) + "\\b", "port" + i);
        }
        return neutral;
    }

    /** How each simulator starts, by name. */
    static Map<String, Supplier<Simulator>> starters() {
        return Map.of(
                "ccr", CcrSimulator::start,
                "oms", OmsSimulator::start,
                "openmldb", OpenMldbSimulator::start,
                "connector", BizConnectorSimulator::start);
    }
}
