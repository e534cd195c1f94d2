package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.SimHandler;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What every request goes through, in the order of the real server's middleware. */
final class Pipeline implements SimHandler {

    private static final String PREFIX = "/api/core/v1";

    private final Node node;
    private final RouteTable monitoring = Monitoring.routes();
    private final RouteTable api;
    private final Replies replies;

    Pipeline(Node node) {
        this.node = node;
        this.api = AllRoutes.of(node.settings.debug);
        this.replies = new Replies(node);
    }

    @Override
    public List<String> paths() {
        return Stream.of(Stream.of("/health"), monitoring.paths(""), api.paths(PREFIX))
                .flatMap(Function.identity())
                .toList();
    }

    @Override
    public SimResponse handle(SimRequest request) throws InterruptedException {
        String correlation = request.header("x-correlation-id").orElseGet(node.world.ids::uuid);
        int waited = 0;
        try {
            while (true) {
                try {
                    return served(request, correlation, waited);
                } catch (Stall stall) {
                    if (stall.await()) {
                        waited += Math.toIntExact(stall.atMost().toMillis());
                        Patience.set(true);
                    }
                } catch (Punished e) {
                    Thread.sleep(node.settings.unauthorizedDelay.toMillis());
                    synchronized (node.world) {
                        return replies.render(request, replies.error(e.refusal, correlation), correlation, waited);
                    }
                }
            }
        } finally {
            Patience.set(false);
        }
    }

    /** Whatever happens in the course of it bears its correlation. */
    private SimResponse served(SimRequest request, String correlation, int waited) throws Punished {
        synchronized (node.world) {
            node.correlation = correlation;
            try {
                return replies.render(request, answer(request, correlation), correlation, waited);
            } finally {
                node.correlation = "";
            }
        }
    }

    private Answer answer(SimRequest request, String correlation) throws Punished {
        try {
            return routed(new Call(node, request));
        } catch (Refusal e) {
            return replies.error(e, correlation);
        } catch (Stall e) {
            throw e;
        } catch (RuntimeException e) {
            // as any server would; what it was stands in the log
            node.log.bare(String.valueOf(e));
            return replies.error(Refusal.unexpected(), correlation);
        }
    }

    private Answer routed(Call call) throws Refusal, Punished {
        SimRequest request = call.request();
        List<String> path = Route.segmentsOf(request.path());
        if (isPreflight(request)) {
            return Answer.none();
        }
        call.readBody();
        if (path.size() == 1 && path.get(0).equalsIgnoreCase("health") && isRead(request)) {
            return health();
        }
        Optional<List<String>> roles = node.gate.roles(request, node.world.clock.now());
        if (roles.isEmpty()) {
            node.gate.punish();
            throw new Punished(Refusal.of(401, "error.connector.unauthorized", "Unauthorized."));
        }
        if (isRead(request) && monitoring.find("GET", path).isPresent()) {
            return served(monitoring, call, path, roles.get());
        }
        if (!request.path().toLowerCase(Locale.ROOT).startsWith(PREFIX + "/")) {
            throw Refusal.of(404, "error.connector.http.routeDoesNotExist", "The requested route does not exist.");
        }
        return served(api, call, path.subList(3, path.size()), roles.get());
    }

    private Answer served(RouteTable table, Call call, List<String> path, List<String> roles) throws Refusal {
        Optional<Route> found = table.find(call.request().method(), path);
        if (found.isEmpty()) {
            List<String> methods = table.methods(path);
            if (methods.isEmpty()) {
                throw Refusal.of(404, "error.connector.http.routeDoesNotExist", "The requested route does not exist.");
            }
            Refusal refusal = Refusal.of(
                    405,
                    "error.connector.http.methodNotAllowed",
                    "The request method is not supported for the requested resource.");
            return replies.error(refusal, node.correlation).with("Allow", String.join(", ", methods));
        }
        Route route = found.get();
        if (!Roles.allow(roles, route.roles())) {
            throw Refusal.of(403, "error.connector.forbidden", "You are not allowed to access this endpoint.");
        }
        Optional<String> type = route.negotiate(call.request().header("Accept").orElse(""));
        if (type.isEmpty()) {
            throw Refusal.of(
                    406,
                    "error.connector.http.notAcceptable",
                    "The requested resource is capable of generating only content not acceptable according to the"
                            + " Accept headers sent in the request.");
        }
        if (type.get().equals("image/png")) {
            call.wantPng();
        }
        return route.run(call, path);
    }

    private Answer health() throws Refusal {
        if (node.healthCheckBroken) {
            throw Refusal.unexpected();
        }
        Doc report = Health.report(node);
        return Answer.plain(report.isTrue("isHealthy") ? 200 : 500, report);
    }

    private boolean isPreflight(SimRequest request) {
        return request.method().equals("OPTIONS")
                && !node.settings.corsOrigin.isEmpty()
                && request.header("Origin").isPresent();
    }

    private static boolean isRead(SimRequest request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }

    /** A caller that has to wait for being turned away. */
    private static final class Punished extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        Punished(Refusal refusal) {
            super("unauthorized", null, false, false);
            this.refusal = refusal;
        }
    }
}
