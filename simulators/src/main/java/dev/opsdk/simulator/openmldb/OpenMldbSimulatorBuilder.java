package dev.opsdk.simulator.openmldb;

import dev.opsdk.simulator.SimClock;
import java.time.Duration;

/** What a simulated OpenMLDB cluster should be like. */
public final class OpenMldbSimulatorBuilder {

    private static final int MOST_LANES = 8;

    private final Settings settings = new Settings();
    private SimClock clock = SimClock.manual();

    OpenMldbSimulatorBuilder() {}

    /**
     * Sets the number of nameservers; the first leads.
     *
     * @param count 2 unless said otherwise
     * @return this
     */
    public OpenMldbSimulatorBuilder nameServers(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("at least one nameserver");
        }
        settings.nameServers = count;
        return this;
    }

    /**
     * Sets the number of tablets.
     *
     * @param count 3 unless said otherwise
     * @return this
     */
    public OpenMldbSimulatorBuilder tablets(int count) {
        settings.tablets = count;
        return this;
    }

    /**
     * Sets the time it lives in.
     *
     * @param time a manual clock of its own unless said otherwise
     * @return this
     */
    public OpenMldbSimulatorBuilder clock(SimClock time) {
        clock = time;
        return this;
    }

    /**
     * Sets whether servers have names, so that metadata and requests speak of {@code tablet_1} and not of addresses.
     *
     * @param names false unless said otherwise
     * @return this
     */
    public OpenMldbSimulatorBuilder useNames(boolean names) {
        settings.useNames = names;
        return this;
    }

    /**
     * Sets whether credentials are checked. Without, any Authorization header will do, but there has to be one.
     *
     * @param checked false unless said otherwise; {@code root} without a password is always there
     * @return this
     */
    public OpenMldbSimulatorBuilder grantTables(boolean checked) {
        settings.grantTables = checked;
        return this;
    }

    /**
     * Adds a user, for {@link #grantTables}.
     *
     * @param name the user
     * @param password the password
     * @return this
     */
    public OpenMldbSimulatorBuilder user(String name, String password) {
        settings.users.put(name, password);
        return this;
    }

    /**
     * Sets whether the nameserver moves leaders and recovers by itself, and refuses to do so on request.
     *
     * @param on true unless said otherwise
     * @return this
     */
    public OpenMldbSimulatorBuilder autoFailover(boolean on) {
        settings.autoFailover = on;
        return this;
    }

    /**
     * Sets the number of lanes in which operations queue.
     *
     * @param lanes from 1 to 8, 2 unless said otherwise
     * @return this
     */
    public OpenMldbSimulatorBuilder opConcurrency(int lanes) {
        if (lanes < 1 || lanes > MOST_LANES) {
            throw new IllegalArgumentException("from 1 to " + MOST_LANES + " lanes: " + lanes);
        }
        settings.opConcurrency = lanes;
        return this;
    }

    /**
     * Sets how long a task of an operation takes. A new operation waits as long in its lane at least.
     *
     * @param duration 500 ms unless said otherwise; with zero all operations end as soon as the clock is touched
     * @return this
     */
    public OpenMldbSimulatorBuilder taskTime(Duration duration) {
        settings.taskTime = duration;
        return this;
    }

    /**
     * Sets how long LoadTable takes after it has been answered.
     *
     * @param duration 500 ms unless said otherwise
     * @return this
     */
    public OpenMldbSimulatorBuilder loadTime(Duration duration) {
        settings.loadTime = duration;
        return this;
    }

    /**
     * Sets how long a nameserver that came first says that it is not leader yet.
     *
     * @param duration zero unless said otherwise
     * @return this
     */
    public OpenMldbSimulatorBuilder takeOverTime(Duration duration) {
        settings.takeOverTime = duration;
        return this;
    }

    /**
     * Sets how long a tablet may be away before tasks on it fail and automatic failover acts.
     *
     * @param duration 60 s unless said otherwise
     * @return this
     */
    public OpenMldbSimulatorBuilder heartbeatTimeout(Duration duration) {
        settings.heartbeatTimeout = duration;
        return this;
    }

    /**
     * Sets whether there are the three system databases.
     *
     * @param wanted true unless said otherwise
     * @return this
     */
    public OpenMldbSimulatorBuilder systemTables(boolean wanted) {
        settings.systemTables = wanted;
        return this;
    }

    /**
     * Sets whether servers listen on sockets of 127.0.0.1. Without, they have addresses like {@code 10.0.0.1:10921}
     * that only {@link OpenMldbSimulator#exchange} reaches, and thousands of them cost nothing.
     *
     * @param wanted true unless said otherwise
     * @return this
     */
    public OpenMldbSimulatorBuilder sockets(boolean wanted) {
        settings.sockets = wanted;
        return this;
    }

    /**
     * Sets whether servers have an address for clients of their own, in ShowSdkEndpoint and in ZooKeeper.
     *
     * @param wanted false unless said otherwise
     * @return this
     */
    public OpenMldbSimulatorBuilder sdkEndpoints(boolean wanted) {
        settings.sdkEndpoints = wanted;
        return this;
    }

    /**
     * Sets what {@code /version} answers.
     *
     * @param text {@code 0.9.3-simulated} unless said otherwise
     * @return this
     */
    public OpenMldbSimulatorBuilder version(String text) {
        settings.version = text;
        return this;
    }

    /**
     * Starts it.
     *
     * @return the running simulator
     */
    public OpenMldbSimulator start() {
        settings.users.putIfAbsent("root", "");
        return new OpenMldbSimulator(settings, clock);
    }
}
