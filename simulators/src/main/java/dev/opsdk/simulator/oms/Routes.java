package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.HttpDates;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimHandler;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which paths a cluster manager of a generation has. */
final class Routes implements SimHandler {

    private final Map<String, Route> byPath = new HashMap<>();
    private final World world;
    private final Answers answers;
    private final Replies replies;

    Routes(World world, Answers answers, Work work, Replies replies) {
        this.world = world;
        this.answers = answers;
        this.replies = replies;
        StoreRoutes stores = new StoreRoutes(world, work, replies);
        stores.addTo(byPath);
        new StoreExtras(world, work, replies).addTo(byPath);
        new CheckerRoutes(world, work, replies).addTo(byPath);
        ConnectorCommands connectors = new ConnectorCommands(world, work);
        if (world.settings.generation.hasFirst()) {
            new ConnectorRoutes(connectors, replies, world.settings.migrateField).addTo(byPath);
            new WriterRoutes(world, work, replies).addTo(byPath);
        }
        if (world.settings.generation.hasSecond()) {
            new ConnectorV2Routes(world, connectors, replies).addTo(byPath);
        }
        byPath.put("/", Route.get(call -> text("text/html", "<html><body>cm</body></html>\n")));
        byPath.put("/metrics/ping", Route.get(call -> text("text/plain", "pong\n")));
    }

    private static SimResponse text(String type, String body) {
        return SimResponse.text(200, type, body, Outcome.EXECUTED);
    }

    @Override
    public List<String> paths() {
        return List.copyOf(byPath.keySet());
    }

    @Override
    public SimResponse handle(SimRequest request) throws InterruptedException {
        SimResponse answer = answer(request);
        synchronized (world) {
            return answer.with("Date", HttpDates.format(world.cmNow()));
        }
    }

    private SimResponse answer(SimRequest request) throws InterruptedException {
        Route route = byPath.get(request.path());
        if (route == null) {
            return Jetty.page(404, request.path(), Outcome.REFUSED);
        }
        if (!route.methods().contains(request.method())) {
            return Jetty.page(405, request.path(), Outcome.REFUSED)
                    .with(
                            "Allow",
                            String.join(", ", route.methods().stream().sorted().toList()));
        }
        Optional<OmsAnswer> planned = answers.strike(request.path());
        if (planned.isPresent() && planned.get().comesBeforeWork()) {
            return planned.get().response(replies, request, Outcome.NOT_PROCESSED);
        }
        SimResponse real = worked(request, route, planned);
        if (planned.isPresent() && planned.get().replacesAnswer()) {
            return planned.get().response(replies, request, real.outcome());
        }
        return real;
    }

    private SimResponse worked(SimRequest request, Route route, Optional<OmsAnswer> planned)
            throws InterruptedException {
        Call call;
        try {
            call = new Call(request, route, planned);
        } catch (IllegalArgumentException e) {
            return Jetty.page(400, request.path(), Outcome.REFUSED);
        }
        try {
            return route.action().answer(call);
        } catch (Refusal e) {
            return replies.refused(e, route.secondGeneration());
        }
    }
}
