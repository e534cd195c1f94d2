package dev.opsdk.simulator.bizconnector;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Bytes on their way through a server that only knows text. Towards the server each byte is the character of the same
 * number; from the server each byte is one of the 256 characters that take exactly two bytes, so that the length is
 * known before the end has come.
 */
final class RawBytes {

    /** Marks an answer whose body is such a text; nobody outside sees it. */
    static final String MARK = "X-Sim-Raw";

    private static final int OFFSET = 0x100;

    private RawBytes() {}

    static boolean isMultipart(String contentType) {
        return contentType.regionMatches(true, 0, "multipart/", 0, 10);
    }

    /** What came from a client, for the server. */
    static byte[] inward(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytesOf(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What the server says in place of bytes. */
    static String outward(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte next : bytes) {
            text.append((char) (OFFSET + (next & 0xFF)));
        }
        return text.toString();
    }

    /** Turns two bytes from the server into one for the client, as they come. */
    static InputStream decoded(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int high = in.read();
                int low = high < 0 ? -1 : in.read();
                return low < 0 ? -1 : (((high & 0x1F) << 6) | (low & 0x3F)) - OFFSET;
            }

            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                byte[] pairs = new byte[2 * length];
                int got = in.read(pairs, 0, pairs.length);
                if (got > 0 && got % 2 == 1) {
                    int second = in.read();
                    if (second < 0) {
                        got--;
                    } else {
                        pairs[got] = (byte) second;
                        got++;
                    }
                }
                int count = got / 2;
                for (int i = 0; i < count; i++) {
                    into[at + i] = (byte) ((((pairs[2 * i] & 0x1F) << 6) | (pairs[2 * i + 1] & 0x3F)) - OFFSET);
                }
                if (count == 0 && length > 0) {
                    return -1;
                }
                return count;
            }
        };
    }

    /** Whether a first byte can be of such a text; a fault may have put something else into the body. */
    static boolean isEncoded(int first) {
        return first >= 0xC4 && first <= 0xC7;
    }
}
