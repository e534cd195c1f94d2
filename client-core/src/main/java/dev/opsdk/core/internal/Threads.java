package dev.opsdk.core.internal;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads only, virtual ones where the JVM has them. */
public final class Threads {
    private Threads() {}

    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * An executor that never makes a task wait for another.
     *
     * @param name what its platform threads are called
     * @return virtual threads from JDK 21 on, else a cached pool of daemon threads
     */
    public static ExecutorService perTask(String name) {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            // JDK 17 to 20: no such method, or only as a preview that refuses to run
            AtomicInteger number = new AtomicInteger();
            return Executors.newCachedThreadPool(work -> daemon(name + "-" + number.incrementAndGet(), work));
        }
    }
}
