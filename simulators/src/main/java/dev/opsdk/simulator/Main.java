package dev.opsdk.simulator;

import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.oms.OmsChain;
import dev.opsdk.simulator.oms.OmsSimulator;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * A simulator as a process of its own, for those who come with curl or another language: prints its addresses, and
 * runs in real time until it is ended.
 */
public final class Main {

    private static final String USAGE = "usage: java -jar opsdk-simulators.jar ccr|oms|openmldb|connector [speed]\n"
            + "       speed: simulated seconds per second, 1 unless said otherwise";
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
        SimClock clock = SimClock.running(args.length == 1 ? 1 : Double.parseDouble(args[1]));
        return switch (args[0]) {
            case "ccr" -> ccr(out, clock);
            case "oms" -> oms(out, clock);
            case "openmldb" -> openMldb(out, clock);
            case "connector" -> connector(out, clock);
            default -> throw new IllegalArgumentException("no simulator " + args[0]);
        };
    }

    private static Simulator ccr(PrintStream out, SimClock clock) {
        CcrSimulator sim = CcrSimulator.builder().nodes(2).clock(clock).start();
        sim.source().database("shop").tables("orders", "customers");
        sim.source().writeSteadily("shop", 1);
        String side = "{\"host\":\"127.0.0.1\",\"port\":\"9030\",\"thrift_port\":\"9020\",\"user\":\"root\","
                + "\"password\":\"\",\"database\":\"%s\",\"table\":\"\"}";
        out.println(sim + "\nsource database shop; try:");
        out.println("curl -L --post303 -d '{\"name\":\"shop\",\"src\":" + side.formatted("shop") + ",\"dest\":"
                + side.formatted("shop_dr") + "}' " + sim.url() + "/create_ccr");
        out.println("curl -L --post303 -d '{\"name\":\"shop\"}' " + sim.url() + "/get_lag");
        return sim;
    }

    private static Simulator oms(PrintStream out, SimClock clock) {
        OmsSimulator sim = OmsSimulator.builder().clock(clock).start();
        OmsChain chain = sim.chain("p_orders");
        out.println(sim + "\n" + chain + "; try:");
        out.println("curl '" + sim.url() + "/crawler/detail?crawlerName="
                + chain.store().name() + "&filters='");
        return sim;
    }

    private static Simulator openMldb(PrintStream out, SimClock clock) {
        OpenMldbSimulator sim = OpenMldbSimulator.builder().clock(clock).start();
        sim.table("shop", "orders").partitions(4).replicas(2).rows(100).create();
        out.println(sim + "\ntablets at " + sim.tablets() + "; try:");
        out.println("curl -H 'Authorization: foo' -d '{\"db\":\"shop\",\"name\":\"orders\"}' " + sim.url()
                + "/NameServer/ShowTable");
        return sim;
    }

    private static Simulator connector(PrintStream out, SimClock clock) {
        BizConnectorSimulator sim = BizConnectorSimulator.builder().clock(clock).start();
        sim.establishRelationship(sim.connector(0), sim.connector(1));
        sim.connector(1).data().sendMail(sim.connector(0), "Hello", "Are you there?");
        String key = "curl -H 'X-API-KEY: " + sim.connector(0).apiKey() + "' ";
        out.println(sim + "\ntwo connectors that know each other; try:");
        out.println(key + "-X POST " + sim.url() + "/api/core/v1/Account/Sync");
        out.println(key + sim.url() + "/api/core/v1/Messages");
        return sim;
    }
}
