package dev.opsdk.core.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages what was right: a recorded answer becomes one that a broken server, a proxy or an enemy might give. */
public final class Hostile {
    /** Stands among the values; no message about what cannot be read may hold it. */
    public static final String MARKER = "Zq7StoodInTheReply";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String RAW = "zq7raw";

    /** What a field is replaced by, as JSON. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "{}",
            "[]",
            "[null]",
            "[[]]",
            "[{}]",
            "[1,\"a\",null,{}]",
            "{\"\":{}}",
            "{\"a\":null}",
            "{\"1\":null}",
            "{\"@type\":\"Nothing\"}",
            "{\"@type\":null}",
            "{\"@type\":{}}",
            "0",
            "-0",
            "-0.0",
            "-1",
            "1.5",
            "1e400",
            "-1e400",
            "1e-400",
            "1e999999999",
            "255",
            "65536",
            "2147483648",
            "4294967296",
            "-2147483649",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "99999999999999999999",
            "31556889864403200",
            "-31557014167219201",
            "1e19",
            "NaN",
            "Infinity",
            "-Infinity",
            "undefined",
            "0x10",
            "01",
            "\"\"",
            "\" \"",
            "\"null\"",
            "\"true\"",
            "\"TRUE\"",
            "\"0\"",
            "\"-1\"",
            "\"1.5\"",
            "\"1e5\"",
            "\"NaN\"",
            "\"9223372036854775808\"",
            "\"\u0661\u0662\u0663\"",
            "\"\u0130\u0131\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\n\"",
            "\"%\"",
            "\"%zz\"",
            "\"'\"",
            "\"=\"",
            "\"a=b\"",
            "\":\"",
            "\",\"",
            "\"-\"",
            "\"..\"",
            "\"/\"",
            "\"1970-01-01 08:00:00\"",
            "\"2026-02-30T25:61:61Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"PT9223372036854775807S\"",
            "\"{\"",
            "\"{}\"",
            "\"[]\"",
            "\"" + MARKER + "\"",
            "{\"password\":\"" + MARKER + "\"}",
            "[\"" + MARKER + "\"]");

    /** What stands between bytes that were right. */
    private static final List<String> PIECES = List.of(
            "",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "=",
            "-",
            "+",
            ".",
            "/",
            "%",
            "#",
            "@",
            ";",
            "&",
            "'",
            "(",
            ")",
            "\\",
            "\\u",
            "\\ud800",
            "null",
            "1e400",
            "99999999999999999999",
            "\u0000",
            "\r\n",
            "\n",
            "\t",
            " ",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "\u0130",
            "\u0661",
            "\ud83d\ude00",
            MARKER,
            "--",
            "%25",
            "<",
            "<!--",
            "*/");

    private Hostile() {}

    /**
     * A damaged text, as bytes: they need not be of any charset.
     *
     * @param seed what was right
     * @param random chance
     */
    public static byte[] text(String seed, Random random) {
        byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
        int damages = 1 + random.nextInt(3);
        for (int i = 0; i < damages; i++) {
            bytes = damaged(bytes, random);
        }
        return bytes;
    }

    /**
     * A damaged text.
     *
     * @param seed what was right
     * @param random chance
     */
    public static String chars(String seed, Random random) {
        return random.nextInt(40) == 0
                ? "\ud800" + seed + '\udc00' // not to be had from bytes
                : new String(text(seed, random), StandardCharsets.UTF_8);
    }

    /**
     * A damaged JSON text: mostly valid with other values, sometimes none at all.
     *
     * @param seed JSON; any other text is damaged as one
     * @param random chance
     */
    public static byte[] json(String seed, Random random) {
        int way = random.nextInt(20);
        if (way < 12) {
            return otherValues(seed, random);
        }
        return switch (way) {
            case 12 -> nested(seed, random).getBytes(StandardCharsets.UTF_8);
            case 13 -> everyValue(seed, random);
            case 14 -> twice(seed, random);
            default -> text(seed, random);
        };
    }

    /**
     * One of many.
     *
     * @param choices at least one
     * @param random chance
     */
    public static <T> T oneOf(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        int length = bytes.length;
        int at = length == 0 ? 0 : random.nextInt(length);
        int end = at + (length == 0 ? 0 : random.nextInt(Math.min(length - at, 40) + 1));
        return switch (random.nextInt(12)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> Arrays.copyOfRange(bytes, at, length);
            case 2 -> flipped(bytes, random);
            case 3 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, end), at);
            case 4 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, end);
            case 5 -> encoded(bytes, random);
            case 6 -> joined(bytes, at, utf8("x".repeat(length(random))), end);
            case 7 -> joined(bytes, at, utf8(oneOf(PIECES, random).repeat(length(random))), end);
            default -> joined(bytes, at, utf8(oneOf(PIECES, random)), end);
        };
    }

    /** Seldom long: what is long costs the time of many. */
    private static int length(Random random) {
        return 1 + random.nextInt(random.nextInt(10) == 0 ? 10_000 : 100);
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] other = bytes.clone();
        for (int i = 0; i < 1 + random.nextInt(4) && other.length > 0; i++) {
            other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return other;
    }

    private static byte[] encoded(byte[] bytes, Random random) {
        List<String> charsets = List.of("UTF-16", "UTF-16LE", "UTF-32BE", "ISO-8859-1", "US-ASCII");
        return random.nextBoolean()
                ? joined(bytes, 0, new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, 0)
                : new String(bytes, StandardCharsets.UTF_8).getBytes(Charset.forName(oneOf(charsets, random)));
    }

    private static byte[] joined(byte[] bytes, int keepUntil, byte[] inserted, int goOnAt) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length + inserted.length);
        all.write(bytes, 0, keepUntil);
        all.writeBytes(inserted);
        all.write(bytes, goOnAt, bytes.length - goOnAt);
        return all.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] otherValues(String seed, Random random) {
        JsonNode tree = tree(seed);
        if (tree == null) {
            return text(seed, random);
        }
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            List<JsonNode> holders = holders(tree);
            if (holders.isEmpty()) {
                return utf8(oneOf(VALUES, random));
            }
            change(oneOf(holders, random), random);
        }
        return utf8(written(tree));
    }

    private static void change(JsonNode holder, Random random) {
        JsonNode value = TextNode.valueOf(RAW + random.nextInt(VALUES.size()));
        if (holder instanceof ArrayNode array) {
            int at = random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.remove(at);
                case 1 -> array.insert(at, value);
                case 2 -> array.add(array.get(at));
                default -> array.set(at, value);
            }
            return;
        }
        ObjectNode object = (ObjectNode) holder;
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = oneOf(names, random);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name + oneOf(PIECES, random), object.remove(name));
            case 2 -> object.set(name, MAPPER.createArrayNode().add(object.get(name)));
            default -> object.set(name, value);
        }
    }

    private static byte[] everyValue(String seed, Random random) {
        JsonNode tree = tree(seed);
        if (tree == null) {
            return text(seed, random);
        }
        JsonNode same = TextNode.valueOf(RAW + random.nextInt(VALUES.size()));
        for (JsonNode holder : holders(tree)) {
            if (holder instanceof ObjectNode object) {
                object.properties()
                        .forEach(field -> field.setValue(field.getValue().isContainerNode() ? field.getValue() : same));
            }
        }
        return utf8(written(tree));
    }

    /** Deep for a parser that descends, and short enough to be read. */
    private static String nested(String seed, Random random) {
        int depth = oneOf(List.of(50, 999, 1001, 5_000, 20_000), random);
        String inside = random.nextBoolean() ? seed : oneOf(VALUES, random);
        return switch (random.nextInt(4)) {
            case 0 -> "[".repeat(depth) + inside + "]".repeat(depth);
            case 1 -> "{\"a\":".repeat(Math.min(depth, 8_000)) + inside + "}".repeat(Math.min(depth, 8_000));
            case 2 -> "[".repeat(depth);
            default -> {
                int brace = seed.indexOf('{') + 1;
                yield seed.substring(0, brace) + "\"deep\":" + "[".repeat(depth) + "]".repeat(depth)
                        + (brace < seed.length() && seed.charAt(brace) == '}' ? "" : ",") + seed.substring(brace);
            }
        };
    }

    /** The same name a second time, with another value. */
    private static byte[] twice(String seed, Random random) {
        JsonNode tree = tree(seed);
        if (tree == null || !tree.isObject() || tree.isEmpty()) {
            return text(seed, random);
        }
        List<String> names = new ArrayList<>();
        tree.fieldNames().forEachRemaining(names::add);
        String again = TextNode.valueOf(oneOf(names, random)) + ":" + oneOf(VALUES, random);
        String whole = tree.toString();
        return utf8(
                random.nextBoolean()
                        ? "{" + again + "," + whole.substring(1)
                        : whole.substring(0, whole.length() - 1) + "," + again + "}");
    }

    private static JsonNode tree(String seed) {
        try {
            JsonNode tree = MAPPER.readTree(seed);
            return tree == null || tree.isMissingNode() ? null : tree;
        } catch (IOException e) {
            return null;
        }
    }

    private static List<JsonNode> holders(JsonNode tree) {
        List<JsonNode> found = new ArrayList<>();
        List<JsonNode> open = new ArrayList<>(List.of(tree));
        while (!open.isEmpty()) {
            JsonNode node = open.remove(open.size() - 1);
            if (node.isContainerNode() && !node.isEmpty()) {
                found.add(node);
                node.forEach(open::add);
            }
        }
        return found;
    }

    /** Jackson's own nodes cannot hold what no number can. */
    private static String written(JsonNode tree) {
        String text;
        try {
            text = MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        int at = text.indexOf('"' + RAW);
        while (at >= 0) {
            int end = text.indexOf('"', at + 1);
            int which = Integer.parseInt(text.substring(at + 1 + RAW.length(), end));
            text = text.substring(0, at) + VALUES.get(which) + text.substring(end + 1);
            at = text.indexOf('"' + RAW, at);
        }
        return text;
    }
}
