package dev.opsdk.examples.openmldb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Options may be shortened as long as they are unambiguous, as in the Python tool. What was unambiguous there stays so here: its own
 * options come before those that were added.
 */
final class Prefixes {
    private static final List<String> OF_THE_TOOL = List.of(
            "--openmldb_bin_path",
            "--zk_cluster",
            "--zk_root_path",
            "--cmd",
            "--endpoints",
            "--statfile",
            "--allow_single_replica",
            "--db",
            "--filter",
            "--help");

    private final Collection<String> all;

    Prefixes(CommandSpec spec) {
        all = spec.optionsMap().keySet();
    }

    String[] completed(List<String> args) {
        List<String> complete = new ArrayList<>();
        for (String arg : args) {
            int end = arg.indexOf('=');
            String name = end < 0 ? arg : arg.substring(0, end);
            boolean shortened = name.length() > 2 && name.startsWith("--") && !all.contains(name);
            complete.add(
                    shortened
                            ? only(OF_THE_TOOL, name).or(() -> only(all, name)).orElse(name)
                                    + arg.substring(name.length())
                            : arg);
        }
        return complete.toArray(String[]::new);
    }

    private static Optional<String> only(Collection<String> options, String prefix) {
        List<String> matching =
                options.stream().filter(option -> option.startsWith(prefix)).toList();
        return matching.size() == 1 ? Optional.of(matching.get(0)) : Optional.empty();
    }
}
