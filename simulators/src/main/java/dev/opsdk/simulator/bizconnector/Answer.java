package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.JsonWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a route wants to answer. */
final class Answer {

    private static final String HIDDEN = "~";

    private final int status;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final byte[] bytes;
    private final boolean json;

    private Answer(int status, byte[] bytes, boolean json) {
        this.status = status;
        this.bytes = bytes;
        this.json = json;
    }

    static Answer ok(@Nullable Object result) {
        return plain(200, Doc.of("result", visible(result)));
    }

    /** As all 201 of this server, with a location that leads nowhere. */
    static Answer created(@Nullable Object result) {
        return plain(201, Doc.of("result", visible(result))).with("Location", "_");
    }

    static Answer none() {
        return new Answer(204, new byte[0], false);
    }

    /** JSON without an envelope. */
    static Answer plain(int status, Doc body) {
        Answer answer = new Answer(status, JsonWriter.write(visible(body)).getBytes(StandardCharsets.UTF_8), true);
        return answer.with("Content-Type", "application/json; charset=utf-8");
    }

    static Answer bytes(int status, String type, String filename, byte[] content) {
        String encoded = URLEncoder.encode(filename, StandardCharsets.UTF_8).replace("+", "%20");
        return new Answer(status, content, false)
                .with("content-type", type)
                .with("content-disposition", "attachment;filename=" + encoded);
    }

    static Answer png(int status, Doc thing) {
        return bytes(
                status,
                "image/png",
                thing.text("id") + ".png",
                Png.of(thing.doc("reference").text("url")));
    }

    Answer with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    boolean isJson() {
        return json;
    }

    /** A copy without what only the simulator knows. */
    static @Nullable Object visible(@Nullable Object value) {
        if (value instanceof Doc doc) {
            return visibleDoc(doc);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(item -> all.add(visible(item)));
            return all;
        }
        return value;
    }

    private static Doc visibleDoc(Doc doc) {
        Doc result = new Doc();
        doc.forEach((name, field) -> {
            if (!name.startsWith(HIDDEN)) {
                result.put(name, visible(field));
            }
        });
        return result;
    }
}
