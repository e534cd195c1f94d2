package dev.opsdk.oms.internal;

import dev.opsdk.core.call.Effect;
import dev.opsdk.core.internal.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every wire method there is, by reflection. */
public final class Operations {
    private static final List<Class<?>> DOCUMENTED =
            List.of(ConnectorApi.class, ConnectorV2Api.class, WriterApi.class, StoreApi.class, CheckerApi.class);

    private Operations() {}

    private static Stream<Operation> of(Class<?> api) {
        return Arrays.stream(api.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map((Method method) -> method.getAnnotation(Operation.class));
    }

    public static Set<String> documented() {
        return DOCUMENTED.stream()
                .flatMap(Operations::of)
                .map(Operation::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static Set<String> all() {
        Set<String> all = new TreeSet<>(documented());
        of(ExperimentalApi.class).map(Operation::value).forEach(all::add);
        return all;
    }

    public static List<Operation> mutationsWithoutALook() {
        return Stream.concat(DOCUMENTED.stream(), Stream.of(ExperimentalApi.class))
                .flatMap(Operations::of)
                .filter(operation -> operation.effect() == Effect.MUTATION
                        && operation.look().isEmpty())
                .toList();
    }
}
