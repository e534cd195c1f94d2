package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Turns answers and errors into what goes over the wire, and notes what a server notes about it. */
final class Replies {

    private static final String DOCS = "https://enmeshed.eu/integrate/error-codes#";
    private static final int WORTH_PACKING = 1024;
    private static final int USUAL_MILLIS = 4;
    private static final Map<String, String> HELMET = helmet();

    private final Node node;

    Replies(Node node) {
        this.node = node;
    }

    private static Map<String, String> helmet() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Content-Security-Policy", "default-src 'self';base-uri 'self';object-src 'none';script-src 'self'");
        all.put("Cross-Origin-Opener-Policy", "same-origin");
        all.put("Cross-Origin-Resource-Policy", "same-origin");
        all.put("Origin-Agent-Cluster", "?1");
        all.put("Referrer-Policy", "no-referrer");
        all.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        all.put("X-Content-Type-Options", "nosniff");
        all.put("X-DNS-Prefetch-Control", "off");
        all.put("X-Download-Options", "noopen");
        all.put("X-Frame-Options", "SAMEORIGIN");
        all.put("X-Permitted-Cross-Domain-Policies", "none");
        all.put("X-XSS-Protection", "0");
        return all;
    }

    Answer error(Refusal refusal, String correlation) {
        String now = node.now();
        String id = node.world.ids.error();
        if (refusal.isLogged()) {
            node.log.error(
                    "HttpServer",
                    id + "\n" + refusal.message(now)
                            + "\n    at simulated (/app/packages/connector/dist/simulated.js:1:1)",
                    correlation);
        }
        Doc error = Doc.of("code", refusal.code())
                .with("message", refusal.message(now))
                .with("id", id)
                .with("time", now)
                .with("docs", DOCS + refusal.code());
        if (node.settings.debug && !refusal.code().startsWith("error.connector.http.")) {
            error.with("stacktrace", List.of("Error: " + refusal.message(now), "    at simulated (simulated.js:1:1)"));
        }
        return Answer.plain(refusal.status(), Doc.of("error", error));
    }

    SimResponse render(SimRequest request, Answer answer, String correlation, int waited) {
        // the real header holds only what is left after the full seconds
        int told = (USUAL_MILLIS + waited) % 1000;
        Map<String, String> headers = new LinkedHashMap<>(HELMET);
        if (!node.settings.corsOrigin.isEmpty()) {
            headers.put("Access-Control-Allow-Origin", node.settings.corsOrigin);
            headers.put("Vary", "Origin");
        }
        headers.putAll(answer.headers());
        if (answer.isJson()) {
            headers.merge("Vary", "Accept-Encoding", (first, second) -> first + ", " + second);
        }
        int status = answer.status();
        byte[] body = answer.bytes();
        if (body.length > 0) {
            headers.put("ETag", etag(body));
            if (status < 300
                    && request.header("If-None-Match")
                            .filter(etag(body)::equals)
                            .isPresent()) {
                status = 304;
                body = new byte[0];
            }
        }
        headers.put("X-Response-Time", node.now());
        headers.put("X-Response-Duration-ms", Integer.toString(told));
        headers.put("Connection", "keep-alive");
        headers.put("Keep-Alive", "timeout=" + node.settings.idle.toSeconds());
        node.counts.merge(status, 1, Integer::sum);
        node.log.info(
                "HttpServer",
                request.method() + " " + request.path() + " " + status + " -- " + told + "ms",
                correlation);
        Outcome outcome = status < 400 ? Outcome.EXECUTED : Outcome.REFUSED;
        return encoded(request, status, headers, body, answer.isJson(), outcome);
    }

    private static SimResponse encoded(
            SimRequest request, int status, Map<String, String> headers, byte[] body, boolean json, Outcome outcome) {
        boolean packed = json
                && body.length >= WORTH_PACKING
                && request.header("Accept-Encoding").orElse("").contains("gzip");
        if ((!packed && json) || body.length == 0) {
            return new SimResponse(status, headers, new String(body, StandardCharsets.UTF_8), outcome);
        }
        if (packed) {
            headers.put("Content-Encoding", "gzip");
        }
        headers.put(RawBytes.MARK, "1");
        return new SimResponse(status, headers, RawBytes.outward(packed ? gzip(body) : body), outcome);
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String etag(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(body);
            String text = Base64.getEncoder().encodeToString(hash).substring(0, 27);
            return "W/\"" + Integer.toHexString(body.length) + "-" + text + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
