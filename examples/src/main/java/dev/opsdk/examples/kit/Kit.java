package dev.opsdk.examples.kit;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.ccr.CcrClient;
import dev.opsdk.core.call.Results;
import dev.opsdk.examples.openmldb.Exit;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.oms.OmsSimulator;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What stands ready in {@code ./jsh}: everything here is imported statically.
 *
 * <pre>{@code
 * table(ccr().jobs().snapshots())
 * watch(() -> ccr().job("orders").snapshot())
 * run(() -> ccr().job("orders").procedures().pauseAndConfirm().run())
 * }</pre>
 */
public final class Kit {
    /** Watching without an end. */
    private static final Duration FOREVER = Duration.ofDays(3650);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Clients CLIENTS =
            Boolean.getBoolean("opsdk.kit.simulated") ? Clients.simulated() : Clients.fromEnv();
    private static final Script SCRIPT = new Script(
            Boolean.getBoolean("opsdk.kit.script"), Boolean.getBoolean("opsdk.kit.trace"), System.out, System.err);

    private Kit() {}

    /** Work without a result. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it.
         *
         * @throws Exception if it fails
         */
        void run() throws Exception;
    }

    /**
     * The CCR client: {@code CcrClient.fromEnv()}, made when first asked for, or what {@link #use(CcrClient)} put there.
     *
     * @return the client
     */
    public static CcrClient ccr() {
        return CLIENTS.ccr.get();
    }

    /**
     * The OMS client: {@code OmsClient.fromEnv()}, made when first asked for, or what {@link #use(OmsClient)} put there.
     *
     * @return the client
     */
    public static OmsClient oms() {
        return CLIENTS.oms.get();
    }

    /**
     * The OpenMLDB client: {@code OpenMldbOps.fromEnv()}, made when first asked for, or what {@link #use(OpenMldbOps)} put there.
     *
     * @return the client
     */
    public static OpenMldbOps mldb() {
        return CLIENTS.mldb.get();
    }

    /**
     * The Business Connector's client: {@code BizConnectorClient.fromEnv()}, made when first asked for, or what
     * {@link #use(BizConnectorClient)} put there.
     *
     * @return the client
     */
    public static BizConnectorClient connector() {
        return CLIENTS.connector.get();
    }

    /**
     * From now on {@code ccr()} is this one.
     *
     * @param client a client
     * @return the same
     */
    public static CcrClient use(CcrClient client) {
        return CLIENTS.ccr.use(client);
    }

    /**
     * From now on {@code oms()} is this one.
     *
     * @param client a client
     * @return the same
     */
    public static OmsClient use(OmsClient client) {
        return CLIENTS.oms.use(client);
    }

    /**
     * From now on {@code mldb()} is this one.
     *
     * @param client a client
     * @return the same
     */
    public static OpenMldbOps use(OpenMldbOps client) {
        return CLIENTS.mldb.use(client);
    }

    /**
     * From now on {@code connector()} is this one.
     *
     * @param client a client
     * @return the same
     */
    public static BizConnectorClient use(BizConnectorClient client) {
        return CLIENTS.connector.use(client);
    }

    /**
     * Starts a simulated CCR syncer with a job that is well and one that is stalled, and points {@code ccr()} at it. Waiting moves its
     * time.
     *
     * @return the simulator, to be played with; its daemon threads end with the session
     */
    public static CcrSimulator simulateCcr() {
        CcrSimulator sim = Demo.ccr();
        use(Demo.client(sim));
        return sim;
    }

    /**
     * Starts a simulated OMS cluster manager with two chains on 10.10.10.1, and points {@code oms()} at it. Waiting moves its time.
     *
     * @return the simulator
     */
    public static OmsSimulator simulateOms() {
        OmsSimulator sim = Demo.oms();
        use(Demo.client(sim));
        return sim;
    }

    /**
     * Starts a simulated OpenMLDB cluster with an empty tablet and a lost replica, and points {@code mldb()} at it. Waiting moves its
     * time.
     *
     * @return the simulator
     */
    public static OpenMldbSimulator simulateMldb() {
        OpenMldbSimulator sim = Demo.mldb();
        use(Demo.client(sim));
        return sim;
    }

    /**
     * Starts two simulated connectors with a relationship, and points {@code connector()} at the first. Waiting moves their time.
     *
     * @return the simulator
     */
    public static BizConnectorSimulator simulateConnector() {
        BizConnectorSimulator sim = Demo.connector(SimClock.manual());
        use(Demo.client(sim));
        return sim;
    }

    /**
     * Prints what stands ready here, and where the clients look.
     */
    public static void help() {
        System.out.println(Help.text(Boolean.getBoolean("opsdk.kit.simulated")));
    }

    /**
     * Prints jobs, tablets, hosts' components, findings, steps, a report or a map as a table; anything else as it prints itself.
     *
     * @param things a list, {@link Results}, a map, or one of the SDK's reports
     */
    public static void table(Object things) {
        System.out.println(Tables.of(things));
    }

    /**
     * Prints a table with columns of your own: {@code table(jobs, t -> t.col("job", Job::name).col("lag", Job::lag))}.
     *
     * @param rows the rows
     * @param columns names the columns
     * @param <T> the rows' type
     */
    public static <T> void table(Collection<T> rows, Consumer<Cols<T>> columns) {
        Cols<T> cols = new Cols<>();
        columns.accept(cols);
        System.out.println(rows.isEmpty() ? "(none)" : Tables.print(List.copyOf(rows), cols.all()));
    }

    /**
     * Looks every five seconds and prints what changed, until Ctrl-C. A look that fails is printed, and watching goes on.
     *
     * @param look what to look at
     */
    public static void watch(Supplier<?> look) {
        watch(PAUSE, FOREVER, look);
    }

    /**
     * Looks again and again and prints what changed.
     *
     * @param every the pause between two looks
     * @param limit when to stop
     * @param look what to look at
     */
    public static void watch(Duration every, Duration limit, Supplier<?> look) {
        new Watch(CLIENTS::time, ZoneId.systemDefault(), System.out).watch(look, every, limit);
    }

    /**
     * Does something and prints what comes of it: the result, or a failure's message without a stack trace, or the report of a
     * procedure that ended early. In a script this is all that counts: what it came to is what the script ends with, as with the OpenMLDB
     * command (0 done, 1 not, 2 wrong usage, 3 forbidden by a pre-check, 4 nobody knows whether it took effect, 5 nobody there, 130
     * interrupted).
     *
     * @param work what to do
     */
    @SuppressWarnings({"overloads", "FunctionalInterfaceClash"
    }) // a lambda has a result or none, and javac takes the right one
    public static void run(Callable<?> work) {
        SCRIPT.run(work);
    }

    /**
     * The same for work without a result.
     *
     * @param work what to do
     */
    @SuppressWarnings({"overloads", "FunctionalInterfaceClash"}) // see above
    public static void run(Work work) {
        SCRIPT.run(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Ends a {@code run(...)} with status 1.
     *
     * @param why one line
     * @return nothing; so that {@code throw fail(...)} reads well
     */
    public static RuntimeException fail(String why) {
        return fail(Exit.NOT_COMPLETE, why);
    }

    /**
     * Ends a {@code run(...)} with a status.
     *
     * @param status the status, from 1 to 255
     * @param why one line
     * @return nothing; so that {@code throw fail(...)} reads well
     */
    public static RuntimeException fail(int status, String why) {
        throw new Script.Failed(status, why);
    }

    /**
     * What the script was called with, or the reason why it cannot be taken. See {@link Args}.
     *
     * @param usage what it may be called with, such as {@code "host --to= --yes"}
     * @return the arguments
     * @throws IllegalArgumentException if it was called with something else
     */
    public static Args args(String usage) {
        return Args.of(usage, words(Optional.ofNullable(System.getenv("OPSDK_JSH_ARGS"))));
    }

    /**
     * Sees to it that a {@code System.exit} does not pass for success; for the launcher. JShell would go on, and end with 0: so its own
     * process, the parent of this one, is ended.
     */
    public static void begin() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (!SCRIPT.ended()) {
                                ProcessHandle.current().parent().ifPresent(ProcessHandle::destroy);
                            }
                        },
                        "opsdk-kit-exit"));
    }

    /**
     * What the script came to; for the launcher.
     *
     * @return the exit status
     */
    public static int exitStatus() {
        return SCRIPT.end();
    }

    static List<String> words(Optional<String> packed) {
        return packed.filter(text -> !text.isEmpty())
                .map(text -> List.of(text.split("\u001f", -1)))
                .map(parts -> parts.subList(0, parts.size() - 1))
                .orElse(List.of());
    }

    /** A list is a table, one thing is what it says of itself. */
    static String text(Object seen) {
        return seen instanceof Collection<?> || seen instanceof Map<?, ?> || seen instanceof Results<?, ?>
                ? Tables.of(seen)
                : String.valueOf(seen);
    }
}
