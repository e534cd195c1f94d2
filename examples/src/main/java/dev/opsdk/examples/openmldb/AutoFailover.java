package dev.opsdk.examples.openmldb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.openmldb.OpenMldbOps;
import java.util.Locale;

/** Shows and switches {@code auto_failover}; the Python tool cannot. */
final class AutoFailover {
    static final String OFF = "auto_failover is OFF: no leader moves by itself when a tablet dies."
            + " Switch it on with --cmd=auto-failover --set=on";

    private final Flags flags;
    private final Shell shell;
    private final ObjectNode result;
    private final Running running;

    AutoFailover(Flags flags, Shell shell, ObjectNode result, Running running) {
        this.flags = flags;
        this.shell = shell;
        this.result = result;
        this.running = running;
    }

    int run(OpenMldbOps mldb) {
        return flags.set().map(on -> set(mldb, on)).orElseGet(() -> {
            show(mldb.nameServer().autoFailover());
            return Exit.OK;
        });
    }

    /** After another operation: only what is wrong is said, and a failure to look is not a failure of what was done. */
    void warn(OpenMldbOps mldb) {
        try {
            boolean on = mldb.nameServer().autoFailover();
            result.put("autoFailover", on);
            if (!on) {
                shell.print(shell.paint(Shell.RED, OFF));
            }
        } catch (OpsException e) {
            shell.say("whether auto_failover is on could not be read: " + e.getMessage());
        }
    }

    private int set(OpenMldbOps mldb, boolean on) {
        boolean before = mldb.nameServer().autoFailover();
        if (before == on) {
            show(before);
            shell.say("nothing to do");
            return Exit.OK;
        }
        if (flags.dryRun()) {
            show(before);
            shell.out().println(mldb.nameServer().requests().autoFailover(on).curl());
            shell.say("dry run: nothing was changed");
            return Exit.OK;
        }
        if (!agreed(on)) {
            shell.say("not run: nothing was changed");
            return Exit.NOT_COMPLETE;
        }
        running.begins();
        try {
            mldb.nameServer().autoFailover(on);
        } finally {
            running.ended();
        }
        boolean now = mldb.nameServer().autoFailover();
        show(now);
        return now == on ? Exit.OK : Exit.NOT_COMPLETE;
    }

    private boolean agreed(boolean on) {
        return shell.prompt()
                .filter(prompt -> !flags.yes())
                .map(prompt -> prompt.line("Switch auto_failover " + (on ? "on" : "off") + "? [y/N] "))
                .map(answer -> answer.strip().toLowerCase(Locale.ROOT).matches("y|yes"))
                .orElse(true);
    }

    private void show(boolean on) {
        result.put("autoFailover", on);
        shell.print(on ? "auto_failover is on" : OFF);
    }
}
