package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.SimResponse;
import java.util.Map;
import java.util.Optional;

/** Connectors as the first generation asks for them. */
final class ConnectorRoutes {

    private static final String NAME = "taskName";

    private final ConnectorCommands commands;
    private final Replies replies;
    private final String migrateField;

    ConnectorRoutes(ConnectorCommands commands, Replies replies, String migrateField) {
        this.commands = commands;
        this.replies = replies;
        this.migrateField = migrateField;
    }

    void addTo(Map<String, Route> routes) {
        routes.put("/connector/task/startByName", Route.postQuery(this::start));
        routes.put("/connector/task/stopByName", Route.postQuery(this::stop));
        routes.put("/connector/task/updateByName", Route.postForm(this::update));
        routes.put("/connector/task/migrate", Route.get(this::migrate));
    }

    private SimResponse start(Call call) throws Refusal, InterruptedException {
        boolean pulledBack = call.optional("resume").orElse("true").equalsIgnoreCase("false");
        ConnectorCommands.From from = pulledBack ? ConnectorCommands.From.CONFIGURED : ConnectorCommands.From.SAVED;
        return commands.start(call, call.required(NAME), from, replies.done());
    }

    private SimResponse stop(Call call) throws Refusal, InterruptedException {
        return commands.stop(call, call.required(NAME), replies.done());
    }

    /** Keys of no known scope are nobody's and are passed over in silence. */
    private SimResponse update(Call call) throws Refusal, InterruptedException {
        return commands.update(
                call,
                call.required(NAME),
                replies.done(),
                connector -> call.parameters().forEach((key, value) -> {
                    int dot = key.indexOf('.');
                    String scope = dot < 0 ? "" : key.substring(0, dot);
                    switch (scope) {
                        case "source", "coordinator" -> connector.scope(scope).put(key.substring(dot + 1), value);
                        case "dest" -> connector.scope("sink").put(key.substring(dot + 1), value);
                        default -> {}
                    }
                }));
    }

    private SimResponse migrate(Call call) throws Refusal, InterruptedException {
        return commands.migrate(
                call,
                call.required(NAME),
                Optional.of(call.required("node")),
                name -> migrateField.isEmpty() ? replies.done() : replies.done(migrateField, name));
    }
}
