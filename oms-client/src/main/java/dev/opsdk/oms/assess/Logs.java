package dev.opsdk.oms.assess;

import dev.opsdk.oms.model.StoreName;
import dev.opsdk.oms.model.WriterName;

/** Where components log, derived from their names; on the component's host. */
final class Logs {
    private Logs() {}

    /** The port in the name is that of the store manager, which is also that of the directory. */
    static String of(StoreName name) {
        return "/home/ds/store/store" + (name.port().isPresent() ? name.port().getAsInt() : "<port>") + "/log"
                + name.host().map(host -> " on " + host).orElse("");
    }

    static String of(WriterName name) {
        return directory(name.text()) + "/logs"
                + name.host().map(host -> " on " + host).orElse("");
    }

    static String ddl(WriterName name) {
        return directory(name.text()) + "/logs/msg/ddl_msg.log";
    }

    private static String directory(String name) {
        return "/home/ds/run/" + name;
    }
}
