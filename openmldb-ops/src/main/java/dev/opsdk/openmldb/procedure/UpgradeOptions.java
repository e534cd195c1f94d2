package dev.opsdk.openmldb.procedure;

import java.nio.file.Path;

/**
 * How a tablet is prepared for an upgrade.
 *
 * @param statFile where is written down what post-upgrade has to undo, in the format of the Python tool
 * @param allowSingleReplica whether leaders without followers stay, and cannot be reached while the tablet is down
 */
public record UpgradeOptions(Path statFile, boolean allowSingleReplica) {
    /** {@code .stat} in the working directory, as the Python tool, and single replicas are copied elsewhere. */
    public static final UpgradeOptions DEFAULT = new UpgradeOptions(Path.of(".stat"), false);

    /**
     * With another file.
     *
     * @param file the file
     * @return a copy
     */
    public UpgradeOptions statFile(Path file) {
        return new UpgradeOptions(file, allowSingleReplica);
    }

    /**
     * Lets leaders without followers stay where they are.
     *
     * @return a copy
     */
    public UpgradeOptions allowingSingleReplica() {
        return new UpgradeOptions(statFile, true);
    }
}
