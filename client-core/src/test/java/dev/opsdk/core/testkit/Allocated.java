package dev.opsdk.core.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory something asks for, whether it is collected meanwhile or not. */
public final class Allocated {
    /**
     * Letters that become two in lower case. The JDK copies the whole text for each of them: {@link String#toLowerCase()} allocates
     * a gigabyte for this one.
     */
    public static final String GROWS_IN_LOWER_CASE = "\u0130".repeat(20_000);

    /** Of what is read and refused, with the little that JUnit and AssertJ need. */
    public static final long LITTLE = 10L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocated() {}

    /**
     * Runs it in this thread.
     *
     * @param work what allocates
     * @return bytes
     */
    public static long by(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
