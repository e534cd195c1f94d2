package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.SimClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** What a simulated cluster manager should be like. */
public final class OmsSimulatorBuilder {

    private final OmsSettings settings = new OmsSettings();
    private SimClock clock = SimClock.manual();

    OmsSimulatorBuilder() {}

    /**
     * Sets which interface it has.
     *
     * @param generation both unless said otherwise
     * @return this
     */
    public OmsSimulatorBuilder generation(OmsGeneration generation) {
        settings.generation = generation;
        return this;
    }

    /**
     * Sets what the duration of mutations means to those who ask for them.
     *
     * @param timing {@link MutationTiming#NO_TIME} unless said otherwise
     * @return this
     */
    public OmsSimulatorBuilder mutations(MutationTiming timing) {
        settings.timing = timing;
        return this;
    }

    /**
     * Sets how long mutations on one path take. After 60 seconds the cluster manager answers CM-RESOAT000011, and the
     * work goes on behind it.
     *
     * @param path 22 s for {@code /crawler/clear}, 40 s for {@code /crawler/restore}, 2 s for the rest
     * @param duration simulated time
     * @return this
     */
    public OmsSimulatorBuilder takes(String path, Duration duration) {
        settings.takes(path, duration);
        return this;
    }

    /**
     * Sets the time it lives in.
     *
     * @param time a manual clock of its own unless said otherwise
     * @return this
     */
    public OmsSimulatorBuilder clock(SimClock time) {
        clock = time;
        return this;
    }

    /**
     * Sets the hosts, all up.
     *
     * @param ips 10.10.10.1 to 10.10.10.3 unless said otherwise; components are created on the first
     * @return this
     */
    public OmsSimulatorBuilder hosts(String... ips) {
        if (ips.length == 0) {
            throw new IllegalArgumentException("at least one host");
        }
        settings.hosts = List.of(ips);
        return this;
    }

    /**
     * Sets how details answer about unknown names.
     *
     * @param answer {@link UnknownName#NULL} unless said otherwise
     * @return this
     */
    public OmsSimulatorBuilder unknownNames(UnknownName answer) {
        settings.unknownName = answer;
        return this;
    }

    /**
     * Sets in which field the first generation's {@code /connector/task/migrate} tells the new name.
     *
     * @param field {@code result} unless said otherwise; empty for nowhere
     * @return this
     */
    public OmsSimulatorBuilder migrateReplyField(String field) {
        settings.migrateField = field;
        return this;
    }

    /**
     * Makes refusals of the first generation an object of {@code isSuccess} and one text.
     *
     * @param field for example {@code errorMsg}; without this they are envelopes
     * @return this
     */
    public OmsSimulatorBuilder legacyFailures(String field) {
        settings.legacyFailureField = field;
        return this;
    }

    /**
     * Sets the Content-Type of JSON.
     *
     * @param type {@code application/json;charset=UTF-8} unless said otherwise
     * @return this
     */
    public OmsSimulatorBuilder contentType(String type) {
        settings.contentType = type;
        return this;
    }

    /**
     * Sets how long stores keep data.
     *
     * @param window 24 hours unless said otherwise
     * @return this
     */
    public OmsSimulatorBuilder retention(Duration window) {
        settings.retention = window;
        return this;
    }

    /**
     * Sets how long a store lives that was restored although the log it needs is gone.
     *
     * @param after 43 s unless said otherwise; 129 s was seen as well
     * @return this
     */
    public OmsSimulatorBuilder deathOfReader(Duration after) {
        settings.readerDeath = after;
        return this;
    }

    /**
     * Sets whether a cleared store can be cleared again.
     *
     * @param succeeds true unless said otherwise; nobody knows
     * @return this
     */
    public OmsSimulatorBuilder clearTwice(boolean succeeds) {
        settings.clearTwice = succeeds;
        return this;
    }

    /**
     * Sets whether a restored store still has what it had.
     *
     * @param keeps true unless said otherwise; false leaves nothing from before its saved checkpoint
     * @return this
     */
    public OmsSimulatorBuilder restoreKeepsData(boolean keeps) {
        settings.restoreKeepsData = keeps;
        return this;
    }

    /**
     * Makes Supervisors end the zombies of a host that came back ({@code leaseTimeSec}, {@code enableKillOrphan}).
     *
     * @param after their life after the return; for ever unless said otherwise
     * @return this
     */
    public OmsSimulatorBuilder orphansLive(Duration after) {
        settings.orphansLive = after;
        return this;
    }

    /**
     * Switches the module on that repairs by itself, whatever a person is doing: once a minute it restarts dead
     * connectors (and then leaves them alone for ten minutes), creates a store where none of a subtopic runs (five at
     * most), and moves connectors off a host that has been down for nine minutes.
     *
     * @param on false unless said otherwise, as in the real one
     * @return this
     */
    public OmsSimulatorBuilder highAvailability(boolean on) {
        settings.highAvailability = on;
        return this;
    }

    /**
     * Sets whether destroy, clean and delete refuse what runs. The console does; the cluster manager may not.
     *
     * @param needs false unless said otherwise
     * @return this
     */
    public OmsSimulatorBuilder removalNeedsStop(boolean needs) {
        settings.removalNeedsStop = needs;
        return this;
    }

    /**
     * Sets whether {@code /crawler/detail} refuses a request without {@code filters}. It may be empty, and what it
     * says does not matter.
     *
     * @param required true unless said otherwise; nobody knows
     * @return this
     */
    public OmsSimulatorBuilder filtersRequired(boolean required) {
        settings.filtersRequired = required;
        return this;
    }

    /**
     * Sets the zone of the times in {@code errMsg}, which do not name it.
     *
     * @param zone Asia/Shanghai unless said otherwise
     * @return this
     */
    public OmsSimulatorBuilder zone(ZoneId zone) {
        settings.zone = zone;
        return this;
    }

    /**
     * Starts it.
     *
     * @return the running simulator
     */
    public OmsSimulator start() {
        return new OmsSimulator(settings, clock);
    }
}
