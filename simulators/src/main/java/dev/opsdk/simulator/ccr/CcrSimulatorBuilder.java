package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.SimClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** What a simulated syncer cluster should be like. */
public final class CcrSimulatorBuilder {

    private final CcrSettings settings = new CcrSettings();
    private SimClock clock = SimClock.manual();
    private int nodes = 1;
    private List<String> advertised = List.of();

    CcrSimulatorBuilder() {}

    /**
     * Sets the generation of the HTTP interface, and with it what get_lag tells: the fields about sequence numbers
     * came with {@link CcrGeneration#G4}.
     *
     * @param generation G4 unless said otherwise
     * @return this
     */
    public CcrSimulatorBuilder generation(CcrGeneration generation) {
        settings.generation = generation;
        settings.lagWithSeqs = generation.since(CcrGeneration.G4);
        return this;
    }

    /**
     * Sets whether get_lag of a G4 has the five fields that came on 2025-01-22, or only {@code lag}. To be called
     * after {@link #generation}.
     *
     * @param present true unless said otherwise
     * @return this
     */
    public CcrSimulatorBuilder lagWithSeqs(boolean present) {
        settings.lagWithSeqs = present;
        return this;
    }

    /**
     * Sets whether there are job_detail and job_progress; the oldest releases of G1 have neither.
     *
     * @param present true unless said otherwise
     * @return this
     */
    public CcrSimulatorBuilder detailRoutes(boolean present) {
        settings.detailRoutes = present;
        return this;
    }

    /**
     * Sets how many syncers share the metadata database.
     *
     * @param count one unless said otherwise
     * @return this
     */
    public CcrSimulatorBuilder nodes(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("at least one node: " + count);
        }
        nodes = count;
        return this;
    }

    /**
     * Sets the addresses the nodes give to others, in the order of the nodes. Without, each gives its real one.
     *
     * @param hostAndPorts for example {@code 127.0.0.1:9190}, which no client may be able to reach
     * @return this
     */
    public CcrSimulatorBuilder advertise(String... hostAndPorts) {
        advertised = List.of(hostAndPorts);
        return this;
    }

    /**
     * Sets the time it lives in.
     *
     * @param time a manual clock of its own unless said otherwise
     * @return this
     */
    public CcrSimulatorBuilder clock(SimClock time) {
        clock = time;
        return this;
    }

    /**
     * Sets how long a full sync takes.
     *
     * @param duration 15 simulated seconds unless said otherwise
     * @return this
     */
    public CcrSimulatorBuilder fullSyncTakes(Duration duration) {
        settings.fullSync = duration;
        return this;
    }

    /**
     * Sets how long the sync of one table takes.
     *
     * @param duration 6 simulated seconds unless said otherwise
     * @return this
     */
    public CcrSimulatorBuilder partialSyncTakes(Duration duration) {
        settings.partialSync = duration;
        return this;
    }

    /**
     * Sets how long the worker of a deleted job lives on; before G6 it deletes the rows of its name at its end.
     *
     * @param duration 3 simulated seconds unless said otherwise, minutes are possible
     * @return this
     */
    public CcrSimulatorBuilder deletionTakes(Duration duration) {
        settings.deletion = duration;
        return this;
    }

    /**
     * Sets how long a node that took over or restarted says {@code [normal] job not exist} about its own jobs.
     *
     * @param duration 2 simulated seconds unless said otherwise
     * @return this
     */
    public CcrSimulatorBuilder loadingTakes(Duration duration) {
        settings.loading = duration;
        return this;
    }

    /**
     * Sets how many binlogs a job applies in one step of three seconds.
     *
     * @param count 10 unless said otherwise
     * @return this
     */
    public CcrSimulatorBuilder binlogsPerStep(int count) {
        settings.binlogsPerStep = count;
        return this;
    }

    /**
     * Sets the kind of metadata database, which shows in one error message.
     *
     * @param kind sqlite (unless said otherwise), mysql or postgresql
     * @return this
     */
    public CcrSimulatorBuilder metadata(String kind) {
        settings.metadata = kind;
        return this;
    }

    /**
     * Sets what {@code /version} says.
     *
     * @param text any text; the real one is built by hand
     * @return this
     */
    public CcrSimulatorBuilder version(String text) {
        settings.version = text;
        return this;
    }

    /**
     * Sets the syncer's own time zone, in which get_lag prints times without saying so.
     *
     * @param zone Asia/Shanghai unless said otherwise
     * @return this
     */
    public CcrSimulatorBuilder zone(ZoneId zone) {
        settings.zone = zone;
        return this;
    }

    /**
     * Starts all nodes.
     *
     * @return the running simulator
     */
    public CcrSimulator start() {
        return new CcrSimulator(settings, clock, nodes, advertised);
    }
}
