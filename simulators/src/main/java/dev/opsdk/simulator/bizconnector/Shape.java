package dev.opsdk.simulator.bizconnector;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request body must look like. Written as names with kinds, {@code !} for required, in the order of the
 * server's own schemas; only the first violation is told, in the words of its validator.
 */
final class Shape {

    static final String ADDRESS = "did:e:((([A-Za-z0-9]+(-[A-Za-z0-9]+)*)\\.)+[a-z]{2,}|localhost):dids:[0-9a-f]{22}";

    private static final Pattern DATE = Pattern.compile(
            "[+-]?\\d{4}(-?\\d{2}(-?\\d{2})?)?([T\\s]\\d{2}(:?\\d{2}(:?\\d{2}([.,]\\d+)?)?)?(Z|z|[+-]\\d{2}:?(\\d{2})?)?)?");
    private static final Map<String, Shape> NESTED = Map.of(
            "attribute", of("value!:any tags:texts"),
            "relationshipAttribute", of("value!:any"),
            "password", of("password!:filled passwordIsPin:true passwordLocationIndicator:any"),
            "request",
                    of("expiresAt:text items!:list title:text description:text metadata:object @context:text"
                            + " @type:text id:text"),
            "identityQuery", of("@type!:text @context:text @version:text valueType!:text tags:texts"),
            "relationshipQuery",
                    of("@type!:text @context:text @version:text key!:text owner!:text attributeCreationHints!:object"),
            "thirdPartyQuery", of("@type!:text @context:text @version:text key!:text owner!:text thirdParty!:texts"),
            "iql", of("@type:text queryString!:text attributeCreationHints:object @context:text @version:text"),
            "typedIql", of("@type!:text @context:text @version:text queryString!:text attributeCreationHints:object"));

    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final TreeSet<String> required = new TreeSet<>();

    private Shape() {}

    static Shape of(String fields) {
        Shape shape = new Shape();
        for (String field : fields.split(" ", -1)) {
            int colon = field.lastIndexOf(':');
            String name = field.substring(0, colon);
            if (name.endsWith("!")) {
                name = name.substring(0, name.length() - 1);
                shape.required.add(name);
            }
            shape.kinds.put(name, field.substring(colon + 1));
        }
        return shape;
    }

    void check(@Nullable Object value) throws Refusal {
        check("", value);
    }

    private void check(String at, @Nullable Object value) throws Refusal {
        if (!(value instanceof Doc doc)) {
            throw Refusal.invalid(spaced(at) + "must be object");
        }
        for (String name : required) {
            if (!doc.containsKey(name)) {
                throw Refusal.invalid(spaced(at) + "must have required property '" + name + "'");
            }
        }
        for (String name : doc.keySet()) {
            if (!kinds.containsKey(name)) {
                throw Refusal.invalid(spaced(at) + "must NOT have additional properties");
            }
        }
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            if (doc.containsKey(kind.getKey())) {
                field(at.isEmpty() ? kind.getKey() : at + "/" + kind.getKey(), kind.getValue(), doc.get(kind.getKey()));
            }
        }
    }

    private static String spaced(String at) {
        return at.isEmpty() ? "" : at + " ";
    }

    private static void field(String at, String kind, @Nullable Object value) throws Refusal {
        Shape nested = NESTED.get(kind);
        if (nested != null) {
            nested.check(at, value);
            return;
        }
        switch (kind) {
            case "text" -> demand(value instanceof String, at, "must be string");
            case "filled" -> {
                demand(value instanceof String, at, "must be string");
                demand(!"".equals(value), at, "must NOT have fewer than 1 characters");
            }
            case "flag" -> demand(value instanceof Boolean, at, "must be boolean");
            case "true" -> demand(Boolean.TRUE.equals(value), at, "must be equal to constant");
            case "positive" -> {
                demand(value instanceof BigDecimal, at, "must be number");
                demand(value instanceof BigDecimal number && number.signum() > 0, at, "must be >= 1");
            }
            case "object" -> demand(value instanceof Doc, at, "must be object");
            case "list" -> demand(value instanceof List, at, "must be array");
            case "date" -> {
                demand(value instanceof String, at, "must be string");
                demand(DATE.matcher(String.valueOf(value)).matches(), at, "must match ISO8601 datetime format");
            }
            case "address" -> pattern(at, value, ADDRESS);
            case "texts" -> each(at, value, ".*");
            case "addresses" -> each(at, value, ADDRESS);
            case "relationship" -> pattern(at, value, "REL[A-Za-z0-9]{17}");
            case "template" -> pattern(at, value, "RLT[A-Za-z0-9]{17}");
            case "files" -> each(at, value, "FIL[A-Za-z0-9]{17}");
            default -> {
                // any value will do
            }
        }
    }

    private static void each(String at, @Nullable Object value, String pattern) throws Refusal {
        demand(value instanceof List, at, "must be array");
        if (value instanceof List<?> items) {
            for (Object item : items) {
                pattern(at, item, pattern);
            }
        }
    }

    static void pattern(String at, @Nullable Object value, String pattern) throws Refusal {
        demand(value instanceof String, at, "must be string");
        demand(Pattern.compile(pattern).matcher(String.valueOf(value)).find(), at, "must match pattern " + pattern);
    }

    private static void demand(boolean met, String at, String else_) throws Refusal {
        if (!met) {
            throw Refusal.invalid(at + " " + else_);
        }
    }
}
