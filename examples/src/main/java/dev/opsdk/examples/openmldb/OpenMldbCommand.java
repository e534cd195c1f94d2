package dev.opsdk.examples.openmldb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.openmldb.OpenMldbOps;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The OpenMLDB operation tool as a command. See {@code --help}. */
public final class OpenMldbCommand {
    private final Shell shell;
    private final Consumer<OpenMldbOps.Builder> tuning;

    OpenMldbCommand(Shell shell, Consumer<OpenMldbOps.Builder> tuning) {
        this.shell = shell;
        this.tuning = tuning;
    }

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param args the command line
     */
    public static void main(String... args) {
        Shell shell = Shell.standard();
        OnShutdown shutdown = OnShutdown.interrupting(Thread.currentThread(), shell.err());
        int code;
        try {
            code = new OpenMldbCommand(shell, builder -> {}).run(List.of(args));
        } finally {
            shell.out().flush();
            shell.err().flush();
            shutdown.ended();
        }
        System.exit(code);
    }

    int run(List<String> args) {
        Flags flags = new Flags();
        CommandLine line = new CommandLine(flags)
                .setOverwrittenOptionsAllowed(true)
                .setAllowOptionsAsOptionParameters(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(shell.colour() ? Ansi.ON : Ansi.OFF));
        line.getCommandSpec().version("opsdk-openmldb " + version());
        try {
            line.parseArgs(new Prefixes(line.getCommandSpec()).completed(args));
            if (line.isUsageHelpRequested()) {
                line.usage(shell.out());
                return Exit.OK;
            }
            if (line.isVersionHelpRequested()) {
                line.printVersionHelp(shell.out());
                return Exit.OK;
            }
            flags.check();
            return run(flags);
        } catch (ParameterException e) {
            shell.say(shell.paint(Shell.RED, String.valueOf(e.getMessage())));
            shell.say("see --help");
            return Exit.USAGE;
        }
    }

    private int run(Flags flags) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("cmd", flags.cmd().toString()).put("dryRun", flags.dryRun());
        Log log = Log.of(flags.verbose());
        int code;
        try {
            code = work(flags, flags.json() ? shell.withTextOnErr() : shell, result);
        } finally {
            log.asBefore();
        }
        if (flags.json()) {
            shell.out().println(result.put("exit", code).toPrettyString());
        }
        return code;
    }

    private int work(Flags flags, Shell said, ObjectNode result) {
        try {
            OpenMldbOps.Builder builder = new Connecting(flags, said).builder();
            tuning.accept(builder);
            try (OpenMldbOps mldb = builder.build()) {
                return flags.cmd().onlyReads()
                        ? new Queries(flags, said, result).run(mldb)
                        : new Changes(flags, said, result).run(mldb);
            }
        } catch (ParameterException e) {
            throw e;
        } catch (RuntimeException e) {
            result.put("error", String.valueOf(e.getMessage()));
            // the report has been printed, and says it better
            if (!(e instanceof ProcedureException)) {
                said.say(said.paint(Shell.RED, flags.cmd() + ": " + e.getMessage()));
            }
            if (flags.verbose()) {
                e.printStackTrace(said.err());
            }
            return Exit.of(e);
        }
    }

    private static String version() {
        return Optional.ofNullable(OpenMldbCommand.class.getPackage().getImplementationVersion())
                .orElse("(not from a jar)");
    }
}
