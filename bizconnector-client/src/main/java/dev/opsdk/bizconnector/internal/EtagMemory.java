package dev.opsdk.bizconnector.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The last answers with their ETags, the least used forgotten first: an answer that did not change need not come again. */
final class EtagMemory {
    private static final int LARGEST = 1 << 20;

    private final Map<String, Remembered> replies;

    /** An answer and what it was called. */
    static final class Remembered {
        private final String etag;
        private final byte[] body;

        private Remembered(String etag, byte[] body) {
            this.etag = etag;
            this.body = body;
        }

        String etag() {
            return etag;
        }

        byte[] body() {
            return body;
        }
    }

    EtagMemory(int size) {
        this.replies = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
                return size() > size;
            }
        };
    }

    synchronized Optional<Remembered> of(String url) {
        return Optional.ofNullable(replies.get(url));
    }

    synchronized void remember(String url, String etag, byte[] body) {
        if (body.length <= LARGEST) {
            replies.put(url, new Remembered(etag, body));
        }
    }
}
