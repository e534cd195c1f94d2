package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.SimHandler;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which paths a node of a generation has, and how each is locked, checked and redirected. */
final class Routes implements SimHandler {

    private static final JobCall.ManagerLock READ = JobCall.ManagerLock.READ;
    private static final JobCall.ManagerLock WRITE = JobCall.ManagerLock.WRITE;

    private final Map<String, SimHandler> byPath = new HashMap<>();
    private final World world;
    private final NodeMemory node;
    private final Redirects redirects;
    private final CommandRoutes commands;

    Routes(World world, NodeMemory node, Redirects redirects) {
        this.world = world;
        this.node = node;
        this.redirects = redirects;
        this.commands = new CommandRoutes(world, node);
        reads();
        jobCommands();
        laterCommands();
    }

    private void reads() {
        ReadRoutes reads = new ReadRoutes(world, redirects);
        byPath.put("/version", reads::version);
        byPath.put("/list_jobs", reads::listJobs);
        byPath.put("/metrics", new MetricsRoute(world, node)::serve);
        byPath.put("/create_ccr", new CreateRoute(world, node)::serve);
        if (world.settings.detailRoutes) {
            byPath.put("/job_detail", reads::jobDetail);
            byPath.put("/job_progress", reads::jobProgress);
        }
        boolean waits = world.settings.generation.before(CcrGeneration.G3);
        byPath.put("/job_status", call(reads::jobStatus).locks(READ, waits)::serve);
        LagRoute lag = new LagRoute(world);
        if (waits) {
            byPath.put(
                    "/get_lag",
                    call((job, request) -> lag.answer(job.row))
                            .locks(READ, true)
                            .refusing(lag::refused)::serve);
        } else {
            byPath.put("/get_lag", lag::serve);
        }
        if (world.settings.since(CcrGeneration.G2)) {
            byPath.put("/features", reads::features);
        }
    }

    private void jobCommands() {
        byPath.put("/pause", call(commands::pause).locks(READ, true)::serve);
        byPath.put("/resume", call(commands::resume).locks(READ, true)::serve);
        byPath.put("/desync", call(commands::desync).locks(READ, true)::serve);
        byPath.put("/delete", call(commands::delete).locks(WRITE, false)::serve);
        if (world.settings.generation.before(CcrGeneration.G4)) {
            byPath.put("/update_job", call(commands::updateJob).locks(WRITE, true)::serve);
        }
    }

    private void laterCommands() {
        if (world.settings.since(CcrGeneration.G2)) {
            byPath.put("/force_fullsync", call(commands::forceFullSync).nameless("job name is empty")::serve);
        }
        if (world.settings.since(CcrGeneration.G3)) {
            JobCall update = call(commands::updateHostMapping).anonymous().neverRedirected();
            byPath.put("/update_host_mapping", update.checkedBeforeRedirect(CommandRoutes::mappingRefusal)::serve);
        }
        JobCall skip = call(commands::skipBinlog).anonymous();
        if (world.settings.generation == CcrGeneration.G4) {
            skip.checkedBeforeRedirect(CommandRoutes::skipRefusalG4);
        } else {
            skip.checkedAfterRedirect(CommandRoutes::skipRefusalG5);
        }
        if (world.settings.since(CcrGeneration.G4)) {
            byPath.put("/job_skip_binlog", skip::serve);
            byPath.put("/failpoint", commands::failpoint);
        }
        if (world.settings.since(CcrGeneration.G5)) {
            byPath.put("/sync", call(commands::sync)::serve);
            byPath.put("/view", new ViewRoute(world)::serve);
        }
    }

    private JobCall call(JobCall.Action action) {
        return new JobCall(world, node, redirects, action);
    }

    @Override
    public List<String> paths() {
        return List.copyOf(byPath.keySet());
    }

    @Override
    public SimResponse handle(SimRequest request) throws InterruptedException {
        String path = request.path();
        if (path.contains("//")) {
            return Replies.redirect(301, request.method(), request.target().replaceAll("//+", "/"));
        }
        SimHandler route = byPath.get(path);
        return route == null ? Replies.error(404, "404 page not found\n") : route.handle(request);
    }
}
