package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.SimResponse;
import java.util.Map;

/** The operations of checkers. They are named by the id of their task. */
final class CheckerRoutes {

    private static final String ID = "task.id";
    private static final String TYPE = "task.type";

    private final World world;
    private final Work work;
    private final Replies replies;

    CheckerRoutes(World world, Work work, Replies replies) {
        this.world = world;
        this.work = work;
        this.replies = replies;
    }

    void addTo(Map<String, Route> routes) {
        routes.put("/checker/start", Route.postForm(this::start));
        routes.put("/checker/update", Route.postForm(this::update));
        routes.put("/checker/stop", Route.postForm(this::stop));
    }

    /** One that has found too many differences already starts as well, and stops a second later. */
    private SimResponse start(Call call) throws Refusal, InterruptedException {
        String id = call.required(ID);
        String type = call.required(TYPE);
        boolean resume = call.flag("task.resume");
        return work.mutate(call, () -> {
            CheckerRow checker = known(id, type);
            return Work.Change.of(replies.done(), () -> {
                if (checker.startsToFail > 0) {
                    checker.startsToFail--;
                    throw new Refusal(CmErrors.CHECKER_START, "Failed to start checker.");
                }
                if (checker.state != ComponentState.RUNNING) {
                    checker.state = ComponentState.RUNNING;
                    checker.runs++;
                    checker.tooMany = false;
                    checker.resumed = resume;
                    if (!resume) {
                        checker.differences = 0;
                    }
                }
            });
        });
    }

    /** Allowed in any state. */
    private SimResponse update(Call call) throws Refusal, InterruptedException {
        String id = call.required(ID);
        return work.mutate(call, () -> {
            CheckerRow checker = known(id);
            return Work.Change.of(
                    replies.done(),
                    () -> call.parameters().forEach((key, value) -> {
                        if (!key.equals(ID) && !key.equals(TYPE)) {
                            checker.config.put(key, value);
                        }
                    }));
        });
    }

    private SimResponse stop(Call call) throws Refusal, InterruptedException {
        String id = call.required(ID);
        String type = call.required(TYPE);
        return work.mutate(call, () -> {
            CheckerRow checker = known(id, type);
            return Work.Change.of(replies.done(), () -> checker.state = ComponentState.STOPPED);
        });
    }

    private CheckerRow known(String id, String type) throws Refusal {
        CheckerRow checker = known(id);
        if (!checker.type.equals(type)) {
            throw new Refusal(null, "checker [" + id + "] is not of type [" + type + "]");
        }
        return checker;
    }

    private CheckerRow known(String id) throws Refusal {
        CheckerRow checker = world.checkers.get(id);
        if (checker == null) {
            throw Refusal.noSuch("checker", id);
        }
        return checker;
    }
}
