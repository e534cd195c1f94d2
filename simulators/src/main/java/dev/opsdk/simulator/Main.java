package dev.opsdk.simulator;

import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.oms.OmsChain;
import dev.opsdk.simulator.oms.OmsSimulator;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A simulator as a process of its own, for those who come with curl or another language: prints its addresses, and
 * runs in real time until it is ended.
 */
public final class Main {

    private static final String USAGE = """
            usage: java -jar opsdk-simulators.jar ccr|oms|openmldb|connector [speed]
                   speed: simulated seconds per second, such as 20; 1 unless said otherwise
            It listens on random ports of 127.0.0.1, and prints them as variables for opsdk's fromEnv() and as curl lines.""";
    private static final int WRONG_USAGE = 2;

    private Main() {}

    /**
     * Starts one and never returns, unless it was asked for wrongly.
     *
     * @param args which, and how fast
     * @throws InterruptedException when it is interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (List.of(args).contains("--help")) {
            out.println(USAGE);
            return;
        }
        try (Simulator sim = start(out, args)) {
            out.println("It runs until this process is ended.");
            new CountDownLatch(1).await();
            sim.journal().clear();
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage() + "\n" + USAGE);
            System.exit(WRONG_USAGE);
        }
    }

    /** Starts one with something in it, and says where it is and what to ask. */
    static Simulator start(PrintStream out, String... args) {
        if (args.length < 1 || args.length > 2) {
            throw new IllegalArgumentException("one simulator, please");
        }
        SimClock clock = SimClock.running(args.length == 1 ? 1 : speed(args[1]));
        return switch (args[0]) {
            case "ccr" -> ccr(out, clock);
            case "oms" -> oms(out, clock);
            case "openmldb" -> openMldb(out, clock);
            case "connector" -> connector(out, clock);
            default -> throw new IllegalArgumentException("no simulator " + args[0]);
        };
    }

    private static double speed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no speed", e);
        }
    }

    private static Simulator ccr(PrintStream out, SimClock clock) {
        CcrSimulator sim = CcrSimulator.builder().nodes(2).clock(clock).start();
        sim.source().database("shop").tables("orders", "customers");
        sim.source().writeSteadily("shop", 1);
        String side = "{\"host\":\"127.0.0.1\",\"port\":\"9030\",\"thrift_port\":\"9020\",\"user\":\"root\","
                + "\"password\":\"\",\"database\":\"%s\",\"table\":\"\"}";
        out.println(sim + "\nexport OPSDK_CCR_URL=" + String.join(",", sim.urls()));
        out.println("source database shop; try:");
        out.println("curl -L --post303 -d '{\"name\":\"shop\",\"src\":" + side.formatted("shop") + ",\"dest\":"
                + side.formatted("shop_dr") + "}' " + sim.url() + "/create_ccr");
        out.println("curl -L --post303 -d '{\"name\":\"shop\"}' " + sim.url() + "/get_lag");
        return sim;
    }

    private static Simulator oms(PrintStream out, SimClock clock) {
        OmsSimulator sim = OmsSimulator.builder().clock(clock).start();
        OmsChain chain = sim.chain("p_orders");
        out.println(sim + "\nexport OPSDK_OMS_URL=" + sim.url() + "\n" + chain + "; try:");
        out.println("curl '" + sim.url() + "/crawler/detail?crawler="
                + chain.store().name() + "&filters='");
        return sim;
    }

    private static Simulator openMldb(PrintStream out, SimClock clock) {
        OpenMldbSimulator sim = OpenMldbSimulator.builder().clock(clock).start();
        sim.table("shop", "orders").partitions(4).replicas(2).rows(100).create();
        out.println(sim + "\nexport OPSDK_OPENMLDB_NAMESERVERS=" + String.join(",", sim.nameServerEndpoints()));
        out.println("tablets at " + sim.tablets() + "; try:");
        out.println("curl -H 'Authorization: foo' -d '{\"db\":\"shop\",\"name\":\"orders\"}' " + sim.url()
                + "/NameServer/ShowTable");
        return sim;
    }

    private static Simulator connector(PrintStream out, SimClock clock) {
        BizConnectorSimulator sim = BizConnectorSimulator.builder().clock(clock).start();
        sim.establishRelationship(sim.connector(0), sim.connector(1));
        sim.connector(1).data().sendMail(sim.connector(0), "Hello", "Are you there?");
        String key = "curl -H 'X-API-KEY: " + sim.connector(0).apiKey() + "' ";
        out.println(sim + "\nexport OPSDK_CONNECTOR_URL=" + sim.url() + " OPSDK_CONNECTOR_API_KEY="
                + sim.connector(0).apiKey());
        out.println("two connectors that know each other; try:");
        out.println(key + "-X POST " + sim.url() + "/api/core/v1/Account/Sync");
        out.println(key + sim.url() + "/api/core/v1/Messages");
        return sim;
    }
}
