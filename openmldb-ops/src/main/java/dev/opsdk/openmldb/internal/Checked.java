package dev.opsdk.openmldb.internal;

import dev.opsdk.core.internal.Texts;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Refuses what the server would silently misread, before anything is sent. */
final class Checked {
    private static final long LARGEST_PID = 4294967294L;
    private static final int LARGEST_CONCURRENCY = 8;

    private Checked() {}

    /** An empty name is not the same as none: the server then looks for a table that is called so, and finds nothing. */
    static String name(String what, String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("the " + what + "'s name is blank");
        }
        if (Texts.holdsControl(name)) {
            throw new IllegalArgumentException("the " + what + "'s name has a line break or another control character");
        }
        return name;
    }

    static String endpoint(String what, String endpoint) {
        if (endpoint == null || endpoint.isBlank()) {
            throw new IllegalArgumentException("the " + what + " is blank; give a tablet's name as in tablets()");
        }
        if (endpoint.contains("/") || endpoint.contains("@") || endpoint.chars().anyMatch(c -> c <= ' ' || c == 127)) {
            throw new IllegalArgumentException(
                    "the " + what + " is neither host:port nor a server name; give it as in tablets()");
        }
        return endpoint;
    }

    static long pid(long pid) {
        return number("pid", pid, 0, LARGEST_PID);
    }

    static long tid(long tid) {
        return number("tid", tid, 1, LARGEST_PID);
    }

    static long opId(long id) {
        return number("the op's id", id, 0, Long.MAX_VALUE);
    }

    static long offset(long offset) {
        return number("the offset", offset, 0, Long.MAX_VALUE);
    }

    static int concurrency(int concurrency) {
        return (int) number("concurrency", concurrency, 1, LARGEST_CONCURRENCY);
    }

    private static long number(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " is " + value + "; it must be " + least + " to " + most);
        }
        return value;
    }

    /** Sorted and each once. An empty list would be accepted by the server, and nothing would happen. */
    static List<Long> pids(Collection<Long> pids) {
        if (pids.isEmpty()) {
            throw new IllegalArgumentException("no partition is named; the server would say yes and do nothing");
        }
        pids.forEach(Checked::pid);
        return List.copyOf(new TreeSet<>(pids));
    }

    static void different(String from, String to) {
        if (from.equals(to)) {
            throw new IllegalArgumentException("source and destination are both " + from);
        }
    }
}
