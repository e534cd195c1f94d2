package dev.opsdk.simulator.bizconnector;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form with a file in it. */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern FILENAME = Pattern.compile("filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*(\\S+)");

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private String filename = "";
    private String mimetype = "";
    private byte[] file = new byte[0];
    private boolean hasFile;

    private Multipart() {}

    static Multipart read(String contentType, String body) {
        Multipart form = new Multipart();
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (RawBytes.isMultipart(contentType) && boundary.find()) {
            String[] parts = ("\r\n" + body).split(Pattern.quote("\r\n--" + boundary.group(1)), -1);
            for (int i = 1; i < parts.length; i++) {
                form.part(parts[i]);
            }
        }
        return form;
    }

    private void part(String part) {
        int end = part.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        String head = part.substring(0, end);
        String content = part.substring(end + 4);
        String name = first(NAME, head).orElse("");
        Optional<String> named = first(FILENAME, head);
        if (named.isPresent()) {
            if (name.equals("file")) {
                hasFile = true;
                filename = utf8(named.get());
                mimetype = first(TYPE, head).orElse("application/octet-stream");
                file = RawBytes.bytesOf(content);
            }
            return;
        }
        fields.computeIfAbsent(name, key -> new ArrayList<>()).add(utf8(content));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String utf8(String text) {
        return new String(RawBytes.bytesOf(text), StandardCharsets.UTF_8);
    }

    boolean hasFile() {
        return hasFile;
    }

    String filename() {
        return filename;
    }

    String mimetype() {
        return mimetype;
    }

    byte[] file() {
        return file.clone();
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).map(values -> values.get(0));
    }

    /** A list, which one part of the bare name does not make. */
    List<String> list(String name) throws Refusal {
        List<String> bare = fields.getOrDefault(name, List.of());
        List<String> all = new ArrayList<>(fields.getOrDefault(name + "[]", List.of()));
        if (bare.size() == 1 && all.isEmpty()) {
            throw Refusal.invalid(name + " must be array");
        }
        all.addAll(0, bare);
        return all;
    }
}
