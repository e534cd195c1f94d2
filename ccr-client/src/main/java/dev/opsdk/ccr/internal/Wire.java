package dev.opsdk.ccr.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.ccr.internal.Readers.Decoder;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.ccr.model.Feature;
import dev.opsdk.ccr.model.HostMappingUpdate;
import dev.opsdk.ccr.model.JobDetail;
import dev.opsdk.ccr.model.JobLag;
import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.JobStatus;
import dev.opsdk.ccr.model.SkipBinlog;
import dev.opsdk.ccr.model.SyncerMetrics;
import dev.opsdk.ccr.model.ViewRow;
import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.internal.ReplyReader;
import dev.opsdk.core.internal.Transport;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Every call of the syncer, typed: which route, which body, whom to ask, how to read the answer. */
public final class Wire {
    private final CcrApi api;
    private final Syncers syncers;
    private final Generations generations;

    /**
     * Connects routes and syncers.
     *
     * @param transport sends
     * @param time the clock
     * @param addresses where the syncers are
     * @param takeoverWindow how long a job may be without an owner
     */
    public Wire(Transport transport, TimeSource time, AddressBook addresses, Duration takeoverWindow) {
        this.api = transport.api(CcrApi.class, addresses.configured().get(0));
        this.syncers = new Syncers(transport, time, addresses, takeoverWindow, this::lists);
        this.generations = new Generations(api, syncers);
    }

    /** A name is listed up to its comma. */
    private boolean lists(BaseUrl node, String job) {
        int comma = job.indexOf(',');
        return listAt(node).contains(comma < 0 ? job : job.substring(0, comma));
    }

    /** A route that takes a body with at least a name. */
    @FunctionalInterface
    private interface Route {
        Call<ResponseBody> to(JsonNode body);
    }

    /** A mutation about one job whose answer says nothing but yes. */
    public enum Order {
        /** Stop applying changes. */
        PAUSE,
        /** Go on. */
        RESUME,
        /** Remove the job. */
        DELETE,
        /** Let others write to the destination's tables. */
        DESYNC,
        /** The reverse of desync. */
        SYNC,
        /** Start over with a snapshot. */
        FORCE_FULLSYNC
    }

    /**
     * The configured syncers.
     *
     * @return their addresses
     */
    public List<BaseUrl> nodes() {
        return syncers.configured();
    }

    /**
     * What the syncer's API can do.
     *
     * @return finds it out, once a syncer
     */
    public Generations generations() {
        return generations;
    }

    /**
     * Gives an order about a job.
     *
     * @param order the order
     * @param job the job
     */
    public void order(Order order, String job) {
        Route route = switch (order) {
            case PAUSE -> api::pause;
            case RESUME -> api::resume;
            case DELETE -> api::delete;
            case DESYNC -> api::desync;
            case SYNC -> api::sync;
            case FORCE_FULLSYNC -> api::forceFullSync;
        };
        atOwner(route, job, RequestBodies.named(job), envelope -> true);
        if (order == Order.DELETE) {
            syncers.forget(job);
        }
    }

    /**
     * {@code /create_ccr}. The job will belong to the syncer that answers.
     *
     * @param job the request
     * @param before is asked about the syncer that is about to get it, and may refuse by throwing
     */
    public void create(CreateJob job, Consumer<BaseUrl> before) {
        Located<Boolean> created = syncers.atAny(
                api.createCcr(job).request(),
                job.name(),
                List.of(job.src().password(), job.dest().password()),
                Readers.enveloped(envelope -> true),
                before);
        syncers.owner(job.name(), created.node());
    }

    /**
     * {@code /job_skip_binlog}.
     *
     * @param job the job
     * @param skip what to skip
     */
    public void skip(String job, SkipBinlog skip) {
        atOwner(api::skipBinlog, job, RequestBodies.skip(job, skip), envelope -> true);
    }

    /**
     * {@code /update_host_mapping}, which never redirects: the owner is found by a read first.
     *
     * @param job the job
     * @param update what to map
     */
    public void updateHostMapping(String job, HostMappingUpdate update) {
        detail(job);
        atOwner(api::updateHostMapping, job, RequestBodies.hostMapping(job, update), envelope -> true);
    }

    /**
     * {@code /update_job} of old generations.
     *
     * @param job the job
     * @param skipError whether errors are skipped
     */
    public void updateJob(String job, boolean skipError) {
        atOwner(api::updateJob, job, RequestBodies.updateJob(job, skipError), envelope -> true);
    }

    /**
     * {@code /job_status}.
     *
     * @param job the job
     * @return its status
     */
    public JobStatus status(String job) {
        return atOwner(api::jobStatus, job, RequestBodies.named(job), Replies::status);
    }

    /**
     * {@code /job_detail}.
     *
     * @param job the job
     * @return its detail
     */
    public JobDetail detail(String job) {
        return atOwner(api::jobDetail, job, RequestBodies.named(job), Replies::detail);
    }

    /**
     * {@code /job_progress}.
     *
     * @param job the job
     * @return its progress
     */
    public JobProgress progress(String job) {
        return atOwner(api::jobProgress, job, RequestBodies.named(job), Replies::progress);
    }

    /**
     * {@code /get_lag}.
     *
     * @param job the job
     * @return its lag
     */
    public JobLag lag(String job) {
        return syncers.atOwner(
                job, api.getLag(RequestBodies.named(job)).request(), Readers.routed(JobLag.class, Replies::lag));
    }

    /**
     * {@code /list_jobs} of every configured syncer, because old ones name only their own jobs. One that cannot be reached is passed
     * over as long as another answers.
     *
     * @return the names, each once
     */
    public List<String> list() {
        Set<String> names = new LinkedHashSet<>();
        boolean answered = false;
        @Nullable OpsException last = null;
        for (BaseUrl node : nodes()) {
            try {
                names.addAll(listAt(node));
                answered = true;
            } catch (UnreachableException | NoReplyException e) {
                last = e;
            }
        }
        if (!answered) {
            throw Objects.requireNonNull(last, "no syncer is configured");
        }
        return List.copyOf(names);
    }

    /**
     * {@code /list_jobs} of one syncer.
     *
     * @param node the syncer
     * @return the names; a name with a comma is cut at it
     */
    public List<String> listAt(BaseUrl node) {
        return syncers.at(node, api.listJobs().request(), "", Readers.enveloped(Replies::jobs));
    }

    /**
     * {@code /version}.
     *
     * @param node the syncer, or empty for the first that can be reached
     * @return free text
     */
    public String version(Optional<BaseUrl> node) {
        return anywhere(
                node,
                api.version().request(),
                Readers.bare(reply -> Replies.version(reply).version()));
    }

    /**
     * {@code /features}.
     *
     * @param node the syncer, or empty for the first that can be reached
     * @return its switches
     */
    public List<Feature> features(Optional<BaseUrl> node) {
        return anywhere(node, api.features().request(), Readers.enveloped(Replies::features));
    }

    /**
     * {@code /metrics}.
     *
     * @param node the syncer
     * @return its samples
     */
    public SyncerMetrics metrics(BaseUrl node) {
        return syncers.at(
                node,
                api.metrics().request(),
                "",
                Readers.metrics(text -> SyncerMetrics.of(PrometheusText.parse(text))));
    }

    /**
     * {@code /view} as JSON.
     *
     * @param node the syncer
     * @return a row a job
     */
    public List<ViewRow> view(BaseUrl node) {
        return syncers.at(node, api.view("json").request(), "", Readers.view(Replies::view));
    }

    /**
     * {@code /view} as a text table.
     *
     * @param node the syncer
     * @return the server's own layout
     */
    public String viewTable(BaseUrl node) {
        return syncers.at(node, api.view("table").request(), "", Readers.table());
    }

    private <T> T anywhere(Optional<BaseUrl> node, Request request, ReplyReader<T> reader) {
        return node.isPresent()
                ? syncers.at(node.get(), request, "", reader)
                : syncers.atAny(request, "", List.of(), reader, first -> {}).value();
    }

    private <T> T atOwner(Route route, String job, JsonNode body, Decoder<Envelope, T> decoder) {
        return syncers.atOwner(job, route.to(body).request(), Readers.routed(decoder));
    }
}
