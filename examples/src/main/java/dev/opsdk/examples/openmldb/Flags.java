package dev.opsdk.examples.openmldb;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: the Python tool's flags, and those that were added. */
@Command(
        name = "opsdk-openmldb",
        sortOptions = false,
        usageHelpAutoWidth = false,
        usageHelpWidth = 110,
        customSynopsis = {
            "java -jar opsdk-openmldb.jar --zk_cluster=HOST:2181 --zk_root_path=/openmldb --cmd=OPERATION [OPTIONS]",
            "       java -jar opsdk-openmldb.jar --nameservers=HOST:7527,HOST:7527 --cmd=OPERATION [OPTIONS]"
        },
        description = {
            "",
            "Operates an OpenMLDB cluster. Takes the flags of tools/openmldb_ops.py, also shortened.",
            "A change is planned first, looks before each step, sends each request once, and waits for its ops.",
            ""
        },
        footerHeading = "%nOperations:%n",
        footer = {
            "  recoverdata      makes ill partitions well and leaves the others alone; waits for running ops first",
            "  scaleout         spreads replicas and leaders over all healthy tablets, empty ones included",
            "  scalein          empties --endpoints",
            "  pre-upgrade      moves leaders away from --endpoints (one tablet), notes in --statfile what is to be undone",
            "  post-upgrade     undoes it; waits for running ops first",
            "  showopstatus     ops, of one --db, with one status as --filter (kInited, kDoing, kDone, kFailed, kCanceled)",
            "  showtablestatus  tables, of the databases LIKE --filter, sick ones included",
            "",
            "Exit codes:",
            "  0    the goal is reached, there was nothing to do, or what was asked for is printed",
            "  1    not complete or failed; the report says what is true now and what to do next",
            "  2    wrong usage: nothing was changed",
            "  3    a pre-check forbids it: nothing was changed",
            "  4    it is not known whether a request took effect: look before you repeat it",
            "  5    the cluster cannot be reached, or does not let you in",
            "  130  interrupted (143 by SIGTERM); auto_failover was put back, the report says how far it came",
            "",
            "Environment:",
            "  OPSDK_OPENMLDB_PASSWORD  the password of --user",
            "  OPSDK_OPENMLDB_ZK_CERT   user:password, as zk_cert of the servers, where ZooKeeper's nodes are protected"
        },
        mixinStandardHelpOptions = false)
final class Flags {
    private static final List<String> STATES = List.of("kInited", "kDoing", "kDone", "kFailed", "kCanceled");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--cmd",
            paramLabel = "OPERATION",
            required = true,
            converter = Cmd.Converter.class,
            description = "What to do, see below.")
    private @Nullable Cmd cmd;

    @Option(
            names = "--zk_cluster",
            paramLabel = "HOST:PORT,...",
            description = "The cluster's ZooKeeper, as zk_cluster of the servers.")
    private @Nullable String zkCluster;

    @Option(
            names = "--zk_root_path",
            paramLabel = "PATH",
            description = "As zk_root_path of the servers, such as /openmldb.")
    private @Nullable String zkRootPath;

    @Option(
            names = "--nameservers",
            paramLabel = "HOST:PORT,...",
            description = "All nameservers, instead of --zk_cluster.")
    private @Nullable String nameServers;

    @Option(
            names = "--endpoints",
            paramLabel = "HOST:PORT,...",
            description = "The tablets of scalein, pre-upgrade and post-upgrade, as the cluster calls them.")
    private String endpoints = "";

    @Option(
            names = "--statfile",
            paramLabel = "FILE",
            description = "What post-upgrade has to undo; the Python tool's format. ${DEFAULT-VALUE} unless told.")
    private Path statFile = Path.of(".stat");

    @Option(
            names = "--allow_single_replica",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "pre-upgrade leaves leaders without followers where they are: unavailable meanwhile.")
    private boolean allowSingleReplica;

    @Option(names = "--db", paramLabel = "NAME", description = "The database of showopstatus; all unless told.")
    private String db = "";

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            description = "A status for showopstatus; a pattern of databases for showtablestatus, %% unless told.")
    private @Nullable String filter;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description =
                    "The user, where the cluster checks users. The password comes from the environment, or is asked for.")
    private @Nullable String user;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = TimeLimit.class,
            description =
                    "How long the ops of one step, or running ops, are waited for: 30s, 5m, 2h, PT30S. 2h unless told.")
    private Duration timeout = Duration.ofHours(2);

    @Option(names = "--dry-run", description = "Prints the plan and its requests as curl lines, and changes nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Does not ask. Without a terminal nothing is asked anyway.")
    private boolean yes;

    @Option(names = "--exclusive", description = "Holds the operators' lock in ZooKeeper meanwhile.")
    private boolean exclusive;

    @Option(names = "--json", description = "Prints the result as JSON on stdout, and everything else on stderr.")
    private boolean json;

    @Option(names = "--verbose", description = "Prints every step, stack traces, and the log of all requests.")
    private boolean verbose;

    @Option(
            names = "--openmldb_bin_path",
            paramLabel = "FILE",
            description = "Accepted for the Python tool's scripts, and not used.")
    @SuppressWarnings("unused") // the parser reads it
    private @Nullable String binPath;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this.")
    @SuppressWarnings("unused") // the parser reads it
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Prints the version.")
    @SuppressWarnings("unused") // the parser reads it
    private boolean version;

    /** What each option alone cannot know. */
    void check() {
        if ((zkCluster == null) == (nameServers == null)) {
            throw wrong("name the cluster by one of --zk_cluster (with --zk_root_path) and --nameservers");
        }
        if (zkCluster != null && zkRootPath == null) {
            throw wrong("--zk_cluster needs --zk_root_path, such as /openmldb");
        }
        Optional<String> misspelt = nameServers().stream()
                .filter(name -> !name.matches("\\S+:\\d{1,5}"))
                .findFirst();
        if (nameServers != null && (nameServers().isEmpty() || misspelt.isPresent())) {
            throw wrong("--nameservers is not host:port,host:port"
                    + misspelt.map(name -> ": " + name).orElse(""));
        }
        if (exclusive && zkCluster == null) {
            throw wrong("--exclusive needs --zk_cluster: a list of nameservers has no place for a lock");
        }
        int named = endpoints().size();
        if (cmd() == Cmd.SCALEIN && named == 0) {
            throw wrong("scalein needs --endpoints, the tablets to be emptied");
        }
        if ((cmd() == Cmd.PRE_UPGRADE || cmd() == Cmd.POST_UPGRADE) && named != 1) {
            throw wrong(cmd() + " needs --endpoints with one tablet, and " + named + " are named");
        }
        if (cmd() == Cmd.SHOWOPSTATUS
                && filter().filter(text -> !STATES.contains(text)).isPresent()) {
            throw wrong("--filter of showopstatus is one of " + String.join(", ", STATES));
        }
    }

    ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException("not parsed");
        }
        return new ParameterException(spec.commandLine(), message);
    }

    Cmd cmd() {
        if (cmd == null) {
            throw new IllegalStateException("not parsed");
        }
        return cmd;
    }

    Optional<String> zkCluster() {
        return Optional.ofNullable(zkCluster);
    }

    String zkRootPath() {
        return zkRootPath == null ? "" : zkRootPath;
    }

    List<String> nameServers() {
        return nameServers == null ? List.of() : parts(nameServers);
    }

    List<String> endpoints() {
        return parts(endpoints);
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    Path statFile() {
        return statFile;
    }

    boolean allowSingleReplica() {
        return allowSingleReplica;
    }

    Optional<String> db() {
        return Optional.of(db).filter(name -> !name.isEmpty());
    }

    /** An empty one counts as none for ops, and says something for tables. */
    Optional<String> filter() {
        return Optional.ofNullable(filter).filter(text -> cmd() != Cmd.SHOWOPSTATUS || !text.isEmpty());
    }

    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    Duration timeout() {
        return timeout;
    }

    boolean dryRun() {
        return dryRun;
    }

    boolean yes() {
        return yes;
    }

    boolean exclusive() {
        return exclusive;
    }

    boolean json() {
        return json;
    }

    boolean verbose() {
        return verbose;
    }
}
