package dev.opsdk.ccr;

import dev.opsdk.ccr.internal.Wire;
import dev.opsdk.ccr.model.Feature;
import dev.opsdk.ccr.model.Generation;
import dev.opsdk.ccr.model.SyncerMetrics;
import dev.opsdk.ccr.model.ViewRow;
import dev.opsdk.core.BaseUrl;
import java.util.List;
import java.util.Optional;

/** One syncer process, and what it says about itself. These calls ask this syncer and no other. */
public final class Syncer {
    private final Wire wire;
    private final BaseUrl node;

    Syncer(Wire wire, BaseUrl node) {
        this.wire = wire;
        this.node = node;
    }

    /**
     * Where it is.
     *
     * @return its base URL
     */
    public BaseUrl url() {
        return node;
    }

    /**
     * Its build, as free text.
     *
     * @return such as {@code 2.1.8-alpha.2-dev:56d7533}
     */
    public String version() {
        return wire.version(Optional.of(node));
    }

    /**
     * The generation of its API, by the shape of its answers. Takes up to three reads; from generation 5 on one of them makes the
     * syncer ask the source cluster of every job.
     *
     * @return the generation
     */
    public Generation generation() {
        return wire.generations().again(node);
    }

    /**
     * Its switches.
     *
     * @return name, value and default of each
     * @throws dev.opsdk.core.error.UnsupportedException in generation 1
     */
    public List<Feature> features() {
        return wire.features(Optional.of(node));
    }

    /**
     * The jobs it names. Up to 2.0.13 and 2.1.4 these are its own jobs only; a name is cut at a comma.
     *
     * @return names
     */
    public List<String> listJobs() {
        return wire.listAt(node);
    }

    /**
     * Its Prometheus metrics, in either naming scheme.
     *
     * @return samples and a view per job
     * @throws dev.opsdk.core.error.PreconditionException when a job's name makes them impossible (up to generation 4)
     */
    public SyncerMetrics metrics() {
        return wire.metrics(node);
    }

    /**
     * Its overview of all jobs; every value is a text. Prefer {@link Job#snapshot()}: one job whose source is down spoils the whole
     * answer, and so does a quote in a reason.
     *
     * @return a row a job
     * @throws dev.opsdk.core.error.UnsupportedException before generation 6
     */
    public List<ViewRow> view() {
        return wire.view(node);
    }

    /**
     * Its overview as a text table, in the server's own layout.
     *
     * @return the text
     * @throws dev.opsdk.core.error.UnsupportedException before generation 5
     */
    public String viewTable() {
        return wire.viewTable(node);
    }

    @Override
    public String toString() {
        return "syncer at " + node;
    }
}
