package dev.opsdk.bizconnector.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a control group (version 2) said of the connector's processor and memory at a time. Whatever the kernel does not offer is
 * absent.
 *
 * @param readAt when
 * @param cpuUsed processor time since the group began
 * @param periods periods in which the group ran against its limit, or could have
 * @param throttledPeriods periods in which it had to wait
 * @param cpuLimit processors that it may use; absent when there is no limit
 * @param memoryBytes memory in use, with caches
 * @param inactiveFileBytes caches that the kernel gives up first
 * @param memoryLimitBytes memory that it may use; absent when there is no limit
 * @param oomKills processes that the kernel killed for want of memory
 */
public record ResourceSample(
        Instant readAt,
        Optional<Duration> cpuUsed,
        long periods,
        long throttledPeriods,
        OptionalDouble cpuLimit,
        OptionalLong memoryBytes,
        long inactiveFileBytes,
        OptionalLong memoryLimitBytes,
        long oomKills) {}
