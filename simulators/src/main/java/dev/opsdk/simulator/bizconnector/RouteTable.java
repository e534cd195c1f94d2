package dev.opsdk.simulator.bizconnector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All operations of one interface. */
final class RouteTable {

    private static final List<String> JSON = List.of("application/json");
    private static final List<String> PICTURE = List.of("application/json", "image/png");

    private final List<Route> routes = new ArrayList<>();
    private List<String> roles = List.of();

    /** The roles of which one is needed for what is added from now on. */
    RouteTable roles(String... any) {
        roles = List.of(any);
        return this;
    }

    RouteTable json(String operation, Route.Action action) {
        return add(operation, JSON, action);
    }

    /** Gives a QR code too. */
    RouteTable picture(String operation, Route.Action action) {
        return add(operation, PICTURE, action);
    }

    /** Answers whatever a caller accepts. */
    RouteTable any(String operation, Route.Action action) {
        return add(operation, List.of(), action);
    }

    private RouteTable add(String operation, List<String> produces, Route.Action action) {
        routes.add(new Route(operation, roles, produces, action));
        return this;
    }

    Optional<Route> find(String method, List<String> asked) {
        Route best = null;
        for (Route route : routes) {
            if (route.method().equals(method.equals("HEAD") ? "GET" : method)
                    && route.match(asked) > (best == null ? -1 : best.match(asked))) {
                best = route;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The methods of a path, none when there is no such path. */
    List<String> methods(List<String> asked) {
        return routes.stream()
                .filter(route -> route.match(asked) >= 0)
                .map(Route::method)
                .distinct()
                .toList();
    }

    /** All paths below one. */
    Stream<String> paths(String below) {
        return routes.stream().map(route -> below + route.path()).distinct();
    }

    int size() {
        return routes.size();
    }
}
