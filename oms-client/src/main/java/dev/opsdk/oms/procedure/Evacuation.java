package dev.opsdk.oms.procedure;

import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.model.ComponentName;
import dev.opsdk.oms.procedure.EvacuationReport.Ending;
import dev.opsdk.oms.procedure.EvacuationReport.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Moving components away from a host, one by one. The first unknown outcome ends it, and so does one failure too many. What was moved
 * stays moved.
 */
public final class Evacuation {
    private final String host;
    private final EvacuationOptions options;
    private final List<Move> moves;

    /** One component, and what came of it so far. */
    private static final class Move {
        private final ComponentName name;
        private final Supplier<Optional<? extends ComponentName>> newName;
        private final Supplier<Plan> planner;
        private @Nullable Report report;
        private Ending ending = Ending.UNTOUCHED;

        Move(ComponentName name, Supplier<Optional<? extends ComponentName>> newName, Supplier<Plan> planner) {
            this.name = name;
            this.newName = newName;
            this.planner = planner;
        }

        void run(ProcedureListener listener) {
            boolean lost = ending == Ending.UNKNOWN;
            try {
                report = planner.get().run(listener);
                ending = Ending.DONE;
            } catch (ProcedureException e) {
                report = e.report();
                boolean stillLost = lost && newName.get().isEmpty();
                ending = stillLost || e.report().outcome() == Outcome.UNKNOWN ? Ending.UNKNOWN : Ending.FAILED;
            } catch (OpsException e) {
                ending = Ending.FAILED; // it could not even be looked at
            }
        }

        Row row() {
            return new Row(name, ending, newName.get(), Optional.ofNullable(report));
        }
    }

    private Evacuation(String host, EvacuationOptions options, List<Move> moves) {
        this.host = host;
        this.options = options;
        this.moves = List.copyOf(moves);
    }

    static Evacuation of(OmsClient client, String host, EvacuationOptions options) {
        List<Move> moves = new ArrayList<>();
        options.writers().forEach(name -> {
            MigrateWriter migrate = new MigrateWriter(client, name, options.node(), options.writing());
            moves.add(new Move(name, migrate::newName, migrate::plan));
        });
        options.connectors().forEach(name -> {
            MigrateConnector migrate =
                    new MigrateConnector(client, name, Optional.of(options.node()), options.connecting());
            moves.add(new Move(name, migrate::newName, migrate::plan));
        });
        return new Evacuation(host, options, moves);
    }

    /**
     * The same without a component that a person has settled, such as one whose migration's answer was lost.
     *
     * @param component the name it had
     * @return the evacuation of the rest
     */
    public Evacuation without(String component) {
        List<Move> rest = moves.stream()
                .filter(move -> !move.name.text().equals(component))
                .toList();
        return new Evacuation(host, options, rest);
    }

    /**
     * What concerns all of it; each plan has its own.
     *
     * @return the pre-checks
     */
    public List<PreCheck> checks() {
        List<PreCheck> checks = new ArrayList<>();
        checks.add(
                options.haDisabled().isEmpty()
                        ? Checks.block(
                                "HA module",
                                "tell haDisabled(true or false): if enabled, it moves what it finds on a dead host by itself")
                        : Checks.ha(options.haDisabled()));
        if (moves.isEmpty()) {
            checks.add(Checks.block("components", "none is named; the cluster manager has no list of them"));
        }
        if (options.node().equals(host)) {
            checks.add(Checks.block("destination", "it is the host that is to be left"));
        }
        moves.stream()
                .filter(move -> !move.name.host().equals(Optional.of(host)))
                .forEach(move ->
                        checks.add(Checks.warn("host of " + move.name, "its name does not say that it is on " + host)));
        checks.add(Checks.cannot("capacity", "whether " + options.node() + " can carry all of them is not known"));
        return checks;
    }

    /**
     * The plan of each component that is not moved yet, for a dry run. Reads.
     *
     * @return the plans, in order
     */
    public List<Plan> plans() {
        return moves.stream()
                .filter(move -> move.ending != Ending.DONE)
                .map(move -> move.planner.get())
                .toList();
    }

    /**
     * Moves one after the other.
     *
     * @return the table, complete or not; what failed does not throw
     * @throws IllegalStateException if a pre-check of all of it forbids it
     */
    public EvacuationReport run() {
        return run(ProcedureListener.NONE);
    }

    /**
     * Moves one after the other, and tells how far it is.
     *
     * @param listener sees the steps of every migration
     * @return the table, complete or not; what failed does not throw
     * @throws IllegalStateException if a pre-check of all of it forbids it
     */
    public EvacuationReport run(ProcedureListener listener) {
        checks().stream()
                .filter(check -> check.result() == CheckResult.BLOCK)
                .findFirst()
                .ifPresent(check -> {
                    throw new IllegalStateException("evacuateHost '" + host + "' is blocked: " + check);
                });
        int failures = 0;
        for (Move move : moves) {
            if (move.ending == Ending.DONE) {
                continue;
            }
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            move.run(listener);
            failures += move.ending == Ending.FAILED ? 1 : 0;
            if (move.ending == Ending.UNKNOWN || failures > options.maxFailures()) {
                break;
            }
        }
        List<Row> rows = moves.stream().map(Move::row).toList();
        return new EvacuationReport(host, rows, next(rows), () -> this);
    }

    private static List<String> next(List<Row> rows) {
        List<String> next = new ArrayList<>();
        for (Row row : rows) {
            if (row.ending() == Ending.UNKNOWN || row.ending() == Ending.FAILED) {
                row.report()
                        .ifPresentOrElse(
                                report -> report.next().forEach(line -> next.add(row.component() + ": " + line)),
                                () -> next.add(row.component() + ": it could not be read; nothing was asked of it"));
            }
        }
        for (Row row : rows) {
            if (row.ending() == Ending.DONE) {
                row.report()
                        .ifPresent(report -> report.next().forEach(line -> next.add(row.component() + ": " + line)));
                row.report()
                        .filter(report -> !report.proved())
                        .ifPresent(
                                report -> next.add(
                                        row.component()
                                                + ": moved as far as the server says, not proved; look in the console whether the new one runs"));
            }
        }
        if (rows.stream().anyMatch(row -> row.ending() != Ending.DONE)) {
            next.add(
                    "then report.resume().run() goes on with what is not done; what a person has settled is left out by"
                            + " report.resume().without(its name)");
        }
        return next;
    }

    /** All of it, to be read before it is run. Reads. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Evacuation of host '" + host + "' to " + options.node());
        checks().forEach(check -> text.append("\n  ").append(check));
        plans().forEach(plan -> text.append('\n').append(plan));
        return text.toString();
    }
}
