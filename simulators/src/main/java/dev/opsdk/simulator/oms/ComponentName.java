package dev.opsdk.simulator.oms;

import java.util.Collection;
import java.util.Locale;

/** Names of the form {@code ip-port:inner:seq}. */
record ComponentName(String ip, int port, String inner, long sequence) {

    static final int SUPERVISOR = 9000;
    static final int STORES = 7100;

    /** The next name after those of the same inner part. */
    static ComponentName next(String ip, int port, String inner, Collection<String> taken) {
        long last = taken.stream()
                .filter(name -> name.contains(":" + inner + ":"))
                .mapToLong(name -> Long.parseLong(name.substring(name.lastIndexOf(':') + 1)))
                .max()
                .orElse(0);
        return new ComponentName(ip, port, inner, last + 1);
    }

    String digits() {
        return String.format(Locale.ROOT, "%010d", sequence);
    }

    @Override
    public String toString() {
        return ip + "-" + port + ":" + inner + ":" + digits();
    }
}
