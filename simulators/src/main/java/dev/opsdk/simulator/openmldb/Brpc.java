package dev.opsdk.simulator.openmldb;

import dev.opsdk.simulator.JsonWriter;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** HTTP and JSON as brpc speaks them, in front of one service. */
final class Brpc {

    private static final int BAD_REQUEST = 1003;
    private static final int NO_METHOD = 1002;

    private final World world;
    private final String address;
    private final RpcService service;
    private final Credentials credentials;

    Brpc(World world, String address, RpcService service) {
        this.world = world;
        this.address = address;
        this.service = service;
        this.credentials = new Credentials(world.settings);
    }

    /** What needs no credentials. */
    boolean isOpen(SimRequest request) {
        return request.path().equals("/health") || request.path().equals("/version");
    }

    List<String> paths() {
        return Stream.concat(Stream.of("/health", "/version"), service.paths()).toList();
    }

    boolean isAllowed(SimRequest request) {
        return credentials.pass(header(request, "Authorization"));
    }

    SimResponse answer(SimRequest request) {
        String path = request.path();
        if (path.equals("/health")) {
            return SimResponse.text(200, "text/plain", "OK", Outcome.EXECUTED);
        }
        if (path.equals("/version")) {
            return SimResponse.text(200, "text/plain", world.settings.version, Outcome.EXECUTED);
        }
        String[] parts = path.split("/", -1);
        if (parts.length < 2 || !service.is(parts[1])) {
            return notFound(path);
        }
        if (parts.length < 3 || parts[2].isEmpty()) {
            return error(404, String.valueOf(NO_METHOD), "[E" + NO_METHOD + "]" + service.listing());
        }
        return service.knows(parts[2]) ? call(parts[2], request) : notFound(path);
    }

    private SimResponse notFound(String path) {
        return error(404, String.valueOf(NO_METHOD), "[E" + NO_METHOD + "]Fail to find method on `" + path + "'");
    }

    private SimResponse call(String name, SimRequest request) {
        RpcMethod method = service.method(name);
        if (method == null) {
            return error(500, "-1", "Method " + name + "() not implemented.");
        }
        Params params;
        try {
            params = MessageReader.read(method.request(), request.body());
        } catch (BadMessage e) {
            note(name, request, BAD_REQUEST, e.text());
            return error(400, String.valueOf(BAD_REQUEST), "[E" + BAD_REQUEST + "]" + e.text());
        }
        Reply reply;
        synchronized (world) {
            reply = method.handler().apply(params);
        }
        note(name, request, reply.code(), reply.message());
        Outcome outcome = reply.code() == 0 ? Outcome.EXECUTED : Outcome.REFUSED;
        SimResponse response = new SimResponse(200, Map.of(), JsonWriter.write(reply.fields()), outcome);
        // the answer is of whatever type the request said it was
        return header(request, "Content-Type")
                .map(type -> response.with("Content-Type", type))
                .orElse(response);
    }

    private void note(String method, SimRequest request, int code, String message) {
        synchronized (world) {
            world.note(new SimCall(address, method, request.body(), code, message));
        }
    }

    private SimResponse error(int status, String code, String text) {
        return SimResponse.text(status, "text/plain", "[" + address + "]" + text, Outcome.REFUSED)
                .with("x-bd-error-code", code);
    }

    /** Requests that never were on a wire may have headers in a map that knows upper from lower case. */
    private static Optional<String> header(SimRequest request, String name) {
        return request.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }
}
