package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.JsonException;
import dev.opsdk.simulator.JsonReader;
import dev.opsdk.simulator.SimResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Connectors as the second generation asks for them: parameters in the query, the envelope as answer. */
final class ConnectorV2Routes {

    private static final String NAME = "taskName";
    private static final String BASE = "/connector/task/v2/";
    private static final Set<String> SCOPES = Set.of("coordinator", "condition", "source", "sink");

    private final World world;
    private final ConnectorCommands commands;
    private final Replies replies;

    ConnectorV2Routes(World world, ConnectorCommands commands, Replies replies) {
        this.world = world;
        this.commands = commands;
        this.replies = replies;
    }

    void addTo(Map<String, Route> routes) {
        routes.put(BASE + "resume", Route.second(this::resume));
        routes.put(BASE + "stop", Route.second(this::stop));
        routes.put(BASE + "update", Route.second(this::update));
        routes.put(BASE + "migrate", Route.second(this::migrate));
        routes.put(BASE + "delete", Route.second(this::delete));
        routes.put(BASE + "batchDetail", Route.second(this::batchDetail).onlyGet());
    }

    private SimResponse resume(Call call) throws Refusal, InterruptedException {
        String name = call.required(NAME);
        ConnectorCommands.From from = ConnectorCommands.From.SAVED;
        if (call.flag("restartFlag")) {
            from = ConnectorCommands.From.BEGINNING;
        } else if (call.flag("pullBackFlag")) {
            from = ConnectorCommands.From.CONFIGURED;
        }
        return commands.start(call, name, from, replies.envelope(name));
    }

    private SimResponse stop(Call call) throws Refusal, InterruptedException {
        String name = call.required(NAME);
        return commands.stop(call, name, replies.envelope(name));
    }

    private SimResponse update(Call call) throws Refusal, InterruptedException {
        String name = call.required(NAME);
        List<String> removed = call.optional("deleteParams").stream()
                .flatMap(list -> List.of(list.split(",", -1)).stream())
                .map(String::trim)
                .filter(key -> !key.isEmpty())
                .toList();
        Map<String, Map<String, @Nullable Object>> changed = body(call);
        if (removed.isEmpty() && changed.isEmpty()) {
            throw Refusal.missing("updateConfigMap");
        }
        return commands.update(call, name, replies.envelope(name), connector -> {
            for (String key : removed) {
                int dot = key.indexOf('.');
                connector.scope(dot < 0 ? key : key.substring(0, dot)).remove(key.substring(dot + 1));
            }
            changed.forEach((scope, values) -> connector.scope(scope).putAll(values));
        });
    }

    /** A body of another type is as good as none. */
    private static Map<String, Map<String, @Nullable Object>> body(Call call) throws Refusal {
        String type = call.request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        String body = call.request.body();
        Map<String, Map<String, @Nullable Object>> scopes = new LinkedHashMap<>();
        if (!type.startsWith("application/json") || body.isBlank()) {
            return scopes;
        }
        try {
            if (!(JsonReader.first(body) instanceof Map<?, ?> read)) {
                throw new Refusal(null, "updateConfigMap is not a map");
            }
            for (Map.Entry<?, ?> scope : read.entrySet()) {
                String name = String.valueOf(scope.getKey());
                if (!SCOPES.contains(name) || !(scope.getValue() instanceof Map<?, ?> values)) {
                    throw new Refusal(null, "updateConfigMap has no scope [" + name + "]");
                }
                Map<String, @Nullable Object> copy = scopes.computeIfAbsent(name, n -> new LinkedHashMap<>());
                values.forEach((key, value) -> copy.put(String.valueOf(key), value));
            }
            return scopes;
        } catch (JsonException e) {
            throw new Refusal(null, "updateConfigMap cannot be read: " + e.text());
        }
    }

    private SimResponse migrate(Call call) throws Refusal, InterruptedException {
        Optional<String> ip = call.optional("ip").filter(text -> !text.isEmpty());
        return commands.migrate(call, call.required(NAME), ip, replies::envelope);
    }

    private SimResponse delete(Call call) throws Refusal, InterruptedException {
        String name = call.required(NAME);
        return commands.delete(call, name, replies.envelope(name));
    }

    /** Seen in use by the console; parameters and answer are guesses. */
    private SimResponse batchDetail(Call call) throws Refusal {
        List<Object> found = new ArrayList<>();
        String names = call.required("taskNames");
        synchronized (world) {
            for (String name : names.split(",", -1)) {
                world.connector(name).ifPresent(connector -> found.add(detail(connector)));
            }
        }
        return replies.envelope(found);
    }

    private static Map<String, @Nullable Object> detail(ConnectorRow connector) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", connector.name);
        fields.put("ip", connector.ip());
        fields.put(
                "status",
                switch (connector.state) {
                    case RUNNING -> "RUNNING";
                    case STOPPED -> "STOPPED";
                    default -> "EXCEPTION";
                });
        fields.put("checkpoint", connector.sampledPosition);
        fields.put("gmt", connector.sampledAt);
        return fields;
    }
}
