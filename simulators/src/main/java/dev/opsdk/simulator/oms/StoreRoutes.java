package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.SimResponse;
import java.util.Map;
import java.util.Optional;

/** The documented operations of stores. */
final class StoreRoutes {

    private final World world;
    private final Work work;
    private final Replies replies;

    StoreRoutes(World world, Work work, Replies replies) {
        this.world = world;
        this.work = work;
        this.replies = replies;
    }

    void addTo(Map<String, Route> routes) {
        routes.put("/crawler/detail", Route.get(this::detail));
        routes.put("/crawler/clear", Route.postForm(this::clear));
        // the console was seen to restore with GET
        routes.put("/crawler/restore", Route.postForm(this::restore).alsoGet());
        routes.put("/crawler/destroy", Route.postForm(this::destroy));
    }

    private SimResponse detail(Call call) throws Refusal {
        String name = call.required("crawler");
        if (world.settings.filtersRequired && call.optional("filters").isEmpty()) {
            throw Refusal.missing("filters");
        }
        synchronized (world) {
            Optional<StoreRow> found = world.store(name);
            if (found.isPresent()) {
                return replies.done("crawler", Details.ofStore(world, found.get()));
            }
        }
        return replies.unknown("crawler", name);
    }

    private SimResponse clear(Call call) throws Refusal, InterruptedException {
        String name = call.required("crawler");
        return work.mutate(call, () -> {
            StoreRow store = known(name);
            if (!world.isUp(store.ip)) {
                return Work.Change.onLostHost(replies.done());
            }
            if (store.state == ComponentState.STOPPED && !world.settings.clearTwice) {
                throw new Refusal(null, "crawler [" + name + "] is cleared already");
            }
            return Work.Change.of(replies.done(), () -> {
                store.state = ComponentState.STOPPED;
                store.deathAt = null;
            });
        });
    }

    private SimResponse restore(Call call) throws Refusal, InterruptedException {
        String name = call.required("crawler");
        return work.mutate(call, () -> {
            StoreRow store = known(name);
            if (!world.isUp(store.ip)) {
                return Work.Change.onLostHost(replies.done());
            }
            return Work.Change.of(replies.done(), () -> {
                if (store.restoresToFail > 0) {
                    store.restoresToFail--;
                    throw new Refusal(CmErrors.CRAWLER_START, "Failed to start crawler.");
                }
                StoreLife.restore(world, store);
            });
        });
    }

    private SimResponse destroy(Call call) throws Refusal, InterruptedException {
        String name = call.required("crawler");
        return work.mutate(call, () -> {
            StoreRow store = known(name);
            if (world.settings.removalNeedsStop && store.state == ComponentState.RUNNING) {
                throw Refusal.mustBeStopped("crawler", name);
            }
            return Work.Change.of(replies.done(), () -> store.state = ComponentState.GONE);
        });
    }

    private StoreRow known(String name) throws Refusal {
        return world.store(name).orElseThrow(() -> Refusal.noSuch("crawler", name));
    }
}
