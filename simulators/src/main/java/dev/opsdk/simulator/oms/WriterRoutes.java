package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.SimResponse;
import java.util.Map;
import java.util.Optional;

/** The operations of writers, which only the first generation has. */
final class WriterRoutes {

    private static final String NAME = "applierName";
    private static final String PREFIX = IniText.SECTION + ".";

    private final World world;
    private final Work work;
    private final Replies replies;

    WriterRoutes(World world, Work work, Replies replies) {
        this.world = world;
        this.work = work;
        this.replies = replies;
    }

    void addTo(Map<String, Route> routes) {
        routes.put("/JDBCWriter/detail", Route.get(this::detail));
        routes.put("/applier/start", Route.postForm(this::start));
        routes.put("/applier/stop", Route.postForm(this::stop));
        routes.put("/applier/update", Route.postForm(this::update));
        routes.put("/applier/migrate", Route.postForm(this::migrate));
        routes.put("/applier/clean", Route.postForm(this::clean));
    }

    private SimResponse detail(Call call) throws Refusal {
        String name = call.required("writerName");
        synchronized (world) {
            Optional<WriterRow> found = world.writer(name);
            if (found.isPresent()) {
                return replies.done("replicator", Details.ofWriter(world, found.get()));
            }
        }
        return replies.unknown("replicator", name);
    }

    private SimResponse start(Call call) throws Refusal, InterruptedException {
        String name = call.required(NAME);
        return work.mutate(call, () -> {
            WriterRow writer = known(name);
            if (!world.isUp(writer.ip())) {
                return Work.Change.onLostHost(replies.done());
            }
            if (writer.state == ComponentState.RUNNING) {
                return Work.Change.of(replies.done(), () -> {});
            }
            WorkerChecks.canRead(world, writer, writer.position);
            return Work.Change.of(replies.done(), () -> {
                if (writer.startsToFail > 0) {
                    writer.startsToFail--;
                    throw new Refusal(CmErrors.WRITER_START, "Failed to start writer.");
                }
                WorkerChecks.run(world, writer);
                writer.cfg.put("status", "running");
            });
        });
    }

    private SimResponse stop(Call call) throws Refusal, InterruptedException {
        String name = call.required(NAME);
        return work.mutate(call, () -> {
            WriterRow writer = known(name);
            if (!world.isUp(writer.ip())) {
                return Work.Change.onLostHost(replies.done());
            }
            return Work.Change.of(replies.done(), () -> {
                WorkerChecks.stop(world, writer);
                writer.cfg.put("status", "stopped");
            });
        });
    }

    /** Keys without the prefix are nobody's and are passed over in silence. */
    private SimResponse update(Call call) throws Refusal, InterruptedException {
        String name = call.required(NAME);
        return work.mutate(call, () -> {
            WriterRow writer = known(name);
            if (writer.state == ComponentState.RUNNING) {
                throw Refusal.mustBeStopped("applier", name);
            }
            return Work.Change.of(replies.done(), () -> {
                call.parameters().forEach((key, value) -> {
                    if (key.startsWith(PREFIX) && key.length() > PREFIX.length()) {
                        writer.cfg.put(key.substring(PREFIX.length()), value);
                    }
                });
                writer.modified = world.cmNow();
            });
        });
    }

    private SimResponse migrate(Call call) throws Refusal, InterruptedException {
        String name = call.required(NAME);
        String node = call.required("node");
        boolean force = call.flag("force");
        return work.mutate(call, () -> {
            WriterRow writer = known(name);
            if (!force && writer.state == ComponentState.RUNNING) {
                throw Refusal.mustBeStopped("applier", name);
            }
            String ip = Scheduler.target(world, Optional.of(node), writer.ip());
            if (!force && !world.isUp(writer.ip())) {
                return Work.Change.onLostHost(replies.done());
            }
            ComponentName next =
                    ComponentName.next(ip, ComponentName.SUPERVISOR, writer.fullName.inner(), world.writers.keySet());
            WriterRow moved = writer.successor(next, world.cmNow());
            moved.startsToFail = world.migratedStartsToFail;
            return Work.Change.of(replies.done("applier", moved.name), () -> {
                WorkerChecks.retire(world, writer, moved);
                world.writers.put(moved.name, moved);
            });
        });
    }

    private SimResponse clean(Call call) throws Refusal, InterruptedException {
        String name = call.required(NAME);
        return work.mutate(call, () -> {
            WriterRow writer = known(name);
            if (world.settings.removalNeedsStop && writer.state == ComponentState.RUNNING) {
                throw Refusal.mustBeStopped("applier", name);
            }
            return Work.Change.of(replies.done(), () -> writer.state = ComponentState.GONE);
        });
    }

    private WriterRow known(String name) throws Refusal {
        return world.writer(name).orElseThrow(() -> Refusal.noSuch("applier", name));
    }
}
