package dev.opsdk.oms.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Optional;

/** The name of a connector, called {@code taskName} on the wire: the name of its directory. */
public final class ConnectorName extends ComponentName {
    private static final String V2 = "connector_v2";

    private ConnectorName(String text) {
        super(text, "connector");
    }

    /**
     * Takes a name as it is.
     *
     * @param text such as {@code 10.10.10.1-9000:connector_v2:np_56el-incr_trans-1-0:0000000002}
     * @return the name
     * @throws IllegalArgumentException if it is blank, or has blank space around it or control characters
     */
    @JsonCreator
    public static ConnectorName of(String text) {
        return new ConnectorName(text);
    }

    /**
     * Whether it is a connector of the second generation.
     *
     * @return true if the name says {@code :connector_v2:}
     */
    public boolean isV2() {
        return text().contains(":" + V2 + ":");
    }

    /**
     * What it does, in the server's words.
     *
     * @return such as {@code np_56el-incr_trans-1-0}
     */
    public Optional<String> task() {
        return fromRight(1);
    }

    @Override
    int innerParts() {
        return isV2() ? 2 : 1;
    }
}
