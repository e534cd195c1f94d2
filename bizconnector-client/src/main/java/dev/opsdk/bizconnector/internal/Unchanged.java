package dev.opsdk.bizconnector.internal;

import dev.opsdk.bizconnector.internal.EtagMemory.Remembered;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.internal.ReplyReader;
import okhttp3.Request;

/** Asks whether an answer changed, and takes the one that is remembered if it did not. */
final class Unchanged {
    private Unchanged() {}

    static Request asking(Request request, EtagMemory memory) {
        return memory.of(request.url().toString())
                .map(known -> request.newBuilder()
                        .header("If-None-Match", known.etag())
                        .build())
                .orElse(request);
    }

    static <T> ReplyReader<T> reading(Request request, EtagMemory memory, ReplyReader<T> reader) {
        String url = request.url().toString();
        return reply -> {
            if (reply.status() == 304) {
                Remembered known = memory.of(url)
                        .orElseThrow(() -> new Json.Undecodable("not changed, and the last answer is forgotten"));
                return reader.read(reply.as(200, known.body()));
            }
            T value = reader.read(reply);
            reply.header("ETag").ifPresent(etag -> memory.remember(url, etag, reply.body()));
            return value;
        };
    }
}
