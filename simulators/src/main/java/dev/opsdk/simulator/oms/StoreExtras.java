package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.SimResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations of stores that were seen in use and are not documented. Their answers are guesses. */
final class StoreExtras {

    private final World world;
    private final Work work;
    private final Replies replies;

    StoreExtras(World world, Work work, Replies replies) {
        this.world = world;
        this.work = work;
        this.replies = replies;
    }

    void addTo(Map<String, Route> routes) {
        routes.put("/crawler/start", Route.postForm(this::start));
        routes.put("/crawler/stop", Route.postForm(this::stop));
        routes.put("/crawler/list", Route.get(this::list));
    }

    /** Creates a store that reads from a time; that the source has no log from there shows only later. */
    private SimResponse start(Call call) throws Refusal, InterruptedException {
        String subTopic = call.required("topic");
        long from = secondOf(call.required("checkpoint"));
        call.required("role");
        call.required("type");
        return work.mutate(call, () -> {
            String ip = Scheduler.anyHost(world, "");
            StoreRow store = Builders.store(world, subTopic, ip);
            return Work.Change.of(replies.done("crawler", store.name), () -> {
                store.origin = from;
                store.begin = from;
                store.end = from;
                store.retention = store.retention + world.second() - from;
                world.stores.put(store.name, store);
                StoreLife.start(world, store);
            });
        });
    }

    /** The fifth of six parts; the rest may be empty. */
    private static long secondOf(String checkpoint) throws Refusal {
        String[] parts = checkpoint.split(":", -1);
        try {
            return Long.parseLong(parts[parts.length - 2]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new Refusal(null, "checkpoint [" + checkpoint + "] is not valid");
        }
    }

    private SimResponse stop(Call call) throws Refusal, InterruptedException {
        String name = call.required("crawler");
        return work.mutate(call, () -> {
            StoreRow store = world.store(name).orElseThrow(() -> Refusal.noSuch("crawler", name));
            return Work.Change.of(replies.done(), () -> {
                store.state = ComponentState.STOPPED;
                store.deathAt = null;
            });
        });
    }

    private SimResponse list(Call call) throws Refusal {
        String subTopic = call.required("topic");
        synchronized (world) {
            List<Map<String, @Nullable Object>> all =
                    world.storesOf(subTopic).stream().map(this::entity).toList();
            return replies.done("crawlers", all);
        }
    }

    private Map<String, @Nullable Object> entity(StoreRow store) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", store.name);
        fields.put("subTopicName", store.subTopic);
        fields.put("port", store.port);
        fields.put("errMsg", store.errMsg);
        fields.put("role", "master");
        fields.put("status", store.status());
        fields.put("crawlerStatus", store.status());
        fields.put("ip", store.ip);
        fields.put("location", world.settings.location);
        return fields;
    }
}
