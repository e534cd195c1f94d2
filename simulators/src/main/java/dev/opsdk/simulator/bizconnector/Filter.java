package dev.opsdk.simulator.bizconnector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which fields a list can be filtered by, and how strictly it looks at what it is asked. */
final class Filter {

    private static final Map<String, Predicate<String>> FIXED = Map.of(
            "passwordProtection", value -> value.isEmpty() || value.equals("!"),
            "passwordProtection.passwordIsPin", value -> value.equals("true") || value.equals("!"));

    private final Set<String> fields = new LinkedHashSet<>();
    private final Set<String> single = new LinkedHashSet<>();
    private final boolean lenient;

    private Filter(String fields, boolean lenient) {
        this.lenient = lenient;
        for (String field : fields.split(" ", -1)) {
            if (field.endsWith("=")) {
                single.add(field.substring(0, field.length() - 1));
                this.fields.add(field.substring(0, field.length() - 1));
            } else {
                this.fields.add(field);
            }
        }
    }

    /** Refuses what it does not know; a field with an equals sign takes one value only. */
    static Filter strict(String fields) {
        return new Filter(fields, false);
    }

    /** Ignores what it does not know. */
    static Filter lenient(String fields) {
        return new Filter(fields, true);
    }

    /** What of a list is asked for, parameters that are no fields left aside. */
    List<Doc> apply(Iterable<Doc> all, Call call, String... others) throws Refusal {
        Map<String, Predicate<Doc>> conditions = conditions(call, List.of(others));
        List<Doc> found = new ArrayList<>();
        for (Doc doc : all) {
            if (conditions.values().stream().allMatch(condition -> condition.test(doc))) {
                found.add(doc);
            }
        }
        return found;
    }

    private Map<String, Predicate<Doc>> conditions(Call call, List<String> others) throws Refusal {
        Map<String, Predicate<Doc>> conditions = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> asked : call.query().entrySet()) {
            String name = asked.getKey();
            if (others.contains(name)) {
                continue;
            }
            if (fields.contains(name)) {
                check(name, asked.getValue());
                conditions.put(name, Condition.of(name, asked.getValue()));
            } else if (!lenient) {
                throw Refusal.invalid("query must NOT have additional properties");
            }
        }
        return conditions;
    }

    private void check(String name, List<String> values) throws Refusal {
        boolean one = single.contains(name) || FIXED.containsKey(name);
        if (one && values.size() > 1 && !lenient) {
            throw Refusal.invalid("query/" + name + " must be string");
        }
        Predicate<String> fixed = FIXED.get(name);
        if (fixed != null && !fixed.test(values.get(0))) {
            throw Refusal.invalid("query/" + name + " must be equal to one of the allowed values");
        }
    }
}
