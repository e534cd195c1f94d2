package dev.opsdk.simulator.openmldb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one service of a server: what it can do, and what it only has a name for. */
final class RpcService {

    final String name;
    private final String fullName;
    private final List<String> signatures;
    private final Map<String, RpcMethod> methods = new LinkedHashMap<>();
    private final Map<String, String> known = new LinkedHashMap<>();

    RpcService(String fullName, List<String> signatures) {
        this.fullName = fullName;
        this.name = fullName.substring(fullName.lastIndexOf('.') + 1);
        this.signatures = signatures;
        signatures.forEach(line -> known.put(line.substring(0, line.indexOf(' ')), line));
    }

    /** Takes methods in, each with something around its handler. */
    RpcService with(Map<String, RpcMethod> more, Function<String, Function<RpcMethod, RpcMethod>> around) {
        more.forEach(
                (method, simulated) -> methods.put(method, around.apply(method).apply(simulated)));
        return this;
    }

    boolean is(String pathPart) {
        return pathPart.equals(name) || pathPart.equals(fullName);
    }

    /** Each method by both names of the service. */
    Stream<String> paths() {
        return Stream.of(name, fullName)
                .flatMap(service -> known.keySet().stream().map(method -> "/" + service + "/" + method));
    }

    boolean knows(String method) {
        return known.containsKey(method);
    }

    @Nullable
    RpcMethod method(String method) {
        return methods.get(method);
    }

    String listing() {
        StringBuilder text =
                new StringBuilder("Missing method name for service=" + name + ". Available methods are: \n");
        for (String signature : signatures) {
            String[] words = signature.split(" ", 3);
            text.append("\nrpc ")
                    .append(words[0])
                    .append(" (")
                    .append(words[1])
                    .append(") returns (")
                    .append(words[2])
                    .append(");");
        }
        return text.append('\n').toString();
    }
}
