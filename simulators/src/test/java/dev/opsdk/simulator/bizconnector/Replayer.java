package dev.opsdk.simulator.bizconnector;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says again what was said to real connectors, with the names that things have here. */
final class Replayer {

    private static final int WORTH_LEARNING = 10;

    private final Map<String, BizWire> wires;
    private final Map<String, String> names = new HashMap<>();

    Replayer(Map<String, BizWire> wires) {
        this.wires = wires;
    }

    HttpResponse<byte[]> send(Recorded recorded) {
        BizWire wire = wire(recorded.connector());
        String accept = recorded.header("Accept");
        BizWire told = accept.isEmpty() ? wire : wire.accepting(accept);
        HttpResponse<byte[]> answer = told.send(
                recorded.method(),
                rewritten(recorded.path()).replace("~((", "~%28%28"),
                recorded.bytes(rewritten(recorded.body())),
                recorded.header("Content-Type"));
        if (!recorded.answer().isMissingNode() && recorded.status() < 300) {
            learn(recorded.answer(), BizWire.read(answer));
        }
        return answer;
    }

    /** A step of which no recording was kept. */
    JsonNode fill(String connector, String method, String path, String body) {
        HttpResponse<byte[]> answer = wire(connector).json(method, rewritten(path), rewritten(body));
        if (answer.statusCode() >= 300) {
            throw new AssertionError(path + ": " + BizTest.text(answer));
        }
        return answer.body().length == 0 ? BizWire.read("{}") : BizWire.read(answer);
    }

    void learn(String recorded, String here) {
        names.put(recorded, here);
    }

    private void learn(JsonNode recorded, JsonNode here) {
        if (recorded.isTextual() && here.isTextual()) {
            if (recorded.asText().length() >= WORTH_LEARNING
                    && !recorded.asText().equals(here.asText())) {
                names.putIfAbsent(recorded.asText(), here.asText());
            }
        } else if (recorded.isArray()) {
            for (int i = 0; i < recorded.size(); i++) {
                learn(recorded.get(i), here.path(i));
            }
        } else {
            recorded.properties().forEach(field -> learn(field.getValue(), here.path(field.getKey())));
        }
    }

    private BizWire wire(String connector) {
        BizWire wire = wires.get(connector);
        if (wire == null) {
            throw new IllegalArgumentException("no connector " + connector);
        }
        return wire;
    }

    private String rewritten(String text) {
        List<String> known = new ArrayList<>(names.keySet());
        known.sort((one, other) -> other.length() - one.length());
        String result = text;
        for (String name : known) {
            String here = names.getOrDefault(name, name);
            result = result.replace(escaped(name), escaped(here))
                    .replace(name.replace(":", "%3A"), here.replace(":", "%3A"));
        }
        return result;
    }

    /** As it stands inside a text in JSON. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
