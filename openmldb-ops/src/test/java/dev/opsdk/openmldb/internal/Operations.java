package dev.opsdk.openmldb.internal;

import dev.opsdk.core.call.Effect;
import dev.opsdk.core.internal.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import retrofit2.http.GET;
import retrofit2.http.POST;

/** Every wire method there is, by reflection. */
public final class Operations {
    private static final List<Class<?>> APIS = List.of(NameServerApi.class, TabletApi.class, BuiltinApi.class);

    private Operations() {}

    private static Stream<Operation> operations() {
        return APIS.stream()
                .flatMap(api -> Arrays.stream(api.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic())
                .map(method -> method.getAnnotation(Operation.class));
    }

    public static Set<String> all() {
        return operations().map(Operation::value).collect(Collectors.toCollection(TreeSet::new));
    }

    public static Set<String> reads() {
        return operations()
                .filter(operation -> operation.effect() == Effect.READ)
                .map(Operation::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static List<Operation> mutationsWithoutALook() {
        return operations()
                .filter(operation -> operation.effect() == Effect.MUTATION
                        && operation.look().isEmpty())
                .toList();
    }

    /** Name to verb and path. */
    public static Map<String, String> routes() {
        Map<String, String> routes = new TreeMap<>();
        APIS.stream().flatMap(api -> Arrays.stream(api.getDeclaredMethods())).forEach(method -> {
            POST post = method.getAnnotation(POST.class);
            String route = post != null
                    ? "POST /" + post.value()
                    : "GET /" + method.getAnnotation(GET.class).value();
            routes.put(method.getAnnotation(Operation.class).value(), route);
        });
        return routes;
    }
}
