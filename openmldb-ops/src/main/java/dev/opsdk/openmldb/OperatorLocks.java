package dev.opsdk.openmldb;

import java.util.Optional;

/**
 * One exclusive lock a cluster, for people and programs that operate it. OpenMLDB itself knows nothing of it: it keeps apart only those
 * who ask for it.
 */
public interface OperatorLocks {
    /**
     * Takes the lock if nobody has it. Does not wait for whoever has it.
     *
     * @param purpose what for, in one line, for those who come later
     * @return the lock, or empty when somebody has it
     */
    Optional<OperatorLock> tryLock(String purpose);

    /**
     * Who has the lock.
     *
     * @return what the holder wrote: host, user, process, since when, and the purpose; empty when nobody has it
     */
    Optional<String> holder();
}
