package dev.opsdk.simulator.bizconnector;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The first line and the header lines of a request or an answer, as they came. */
final class HttpHead {

    private final String start;
    private final List<String> lines;

    private HttpHead(String start, List<String> lines) {
        this.start = start;
        this.lines = lines;
    }

    /** Reads on behind a first byte that was read already. */
    static HttpHead read(int first, InputStream in) throws IOException {
        String start = line(first, in);
        List<String> lines = new ArrayList<>();
        for (String line = line(in.read(), in); !line.isEmpty(); line = line(in.read(), in)) {
            lines.add(line);
        }
        return new HttpHead(start, lines);
    }

    private static String line(int first, InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);
        int next = first;
        while (next != '\n') {
            if (next < 0) {
                throw new EOFException("closed inside a line");
            }
            if (next != '\r') {
                bytes.write(next);
            }
            next = in.read();
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    String start() {
        return start;
    }

    String header(String name) {
        String wanted = name.toLowerCase(Locale.ROOT) + ":";
        for (String line : lines) {
            if (line.toLowerCase(Locale.ROOT).startsWith(wanted)) {
                return line.substring(wanted.length()).trim();
            }
        }
        return "";
    }

    HttpHead withStart(String other) {
        return new HttpHead(other, lines);
    }

    HttpHead without(String name) {
        String unwanted = name.toLowerCase(Locale.ROOT) + ":";
        List<String> left = new ArrayList<>(lines);
        left.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith(unwanted));
        return new HttpHead(start, left);
    }

    HttpHead with(String name, String value) {
        HttpHead cleared = without(name);
        cleared.lines.add(name + ": " + value);
        return cleared;
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(start).append("\r\n");
        lines.forEach(line -> text.append(line).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The body that goes with this head of a request. */
    byte[] body(InputStream in) throws IOException {
        if (header("Transfer-Encoding").equalsIgnoreCase("chunked")) {
            return chunks(in);
        }
        String length = header("Content-Length");
        return length.isEmpty() ? new byte[0] : exactly(number(length, 10), in);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            String size = line(in.read(), in);
            int length = number(size.split(";", -1)[0].trim(), 16);
            all.writeBytes(exactly(length, in));
            line(in.read(), in);
            if (length == 0) {
                return all.toByteArray();
            }
        }
    }

    private static byte[] exactly(int length, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("closed inside a body");
        }
        return bytes;
    }

    private static int number(String text, int radix) throws ProtocolException {
        try {
            return Integer.parseInt(text.startsWith("-") ? "" : text, radix);
        } catch (NumberFormatException e) {
            throw new ProtocolException("not a length");
        }
    }
}
