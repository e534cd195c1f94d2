package dev.opsdk.oms.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.Durations;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.oms.assess.StoreAssessment;
import dev.opsdk.oms.model.StoreName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A store that is created from a time. Its name is what the list of its subtopic has more afterwards; the reply's shape is not known. */
final class NewStore {
    private final StoreView old;
    private final String subTopic;
    private final Instant from;
    private final ReplaceStoreOptions options;
    private final Set<String> known;
    private String reply = "";
    private boolean lost;
    private boolean stayed;
    private @Nullable StoreName name;

    NewStore(StoreView old, String subTopic, Instant from, ReplaceStoreOptions options, Set<String> known) {
        this.old = old;
        this.subTopic = subTopic;
        this.from = from;
        this.options = options;
        this.known = known;
    }

    /** Names in whatever a list looks like. */
    static Set<String> names(JsonNode list) {
        Set<String> names = new TreeSet<>();
        list.findValues("name").stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .forEach(names::add);
        return names;
    }

    Optional<StoreName> name() {
        return Optional.ofNullable(name);
    }

    Step create() {
        return Step.named("create a store of subtopic '" + subTopic + "' from " + from)
                .sends(old.context().client().experimental().startStoreRequest(subTopic, from, options.type()))
                .look(() -> {
                    Look found = find();
                    return found.standing() == Look.Standing.TO_DO && lost
                            ? Look.blocked(
                                    "a create was sent before and its answer was lost; no new store shows, and this only looks")
                            : found;
                })
                .act(progress -> {
                    try {
                        reply = old.context()
                                .client()
                                .experimental()
                                .startStore(subTopic, from, options.type())
                                .toString();
                    } catch (OutcomeUnknownException e) {
                        lost = true;
                        throw e;
                    }
                })
                .prove(this::find)
                .build();
    }

    private Look find() {
        if (name != null) {
            return Look.done("the new store is " + name);
        }
        Set<String> more = names(old.context().client().experimental().stores(subTopic));
        more.removeAll(known);
        if (more.isEmpty()) {
            return Look.toDo("no new store shows");
        }
        Optional<String> ours = more.size() == 1
                ? more.stream().findFirst()
                : more.stream().filter(reply::contains).findFirst();
        if (ours.isEmpty()) {
            return Look.blocked("several new stores show, and which is ours is not known: " + more);
        }
        name = StoreName.of(ours.get());
        return Look.done("the new store is " + name);
    }

    Step stay() {
        return Step.named("watch for " + Durations.text(options.stabilise())
                        + " that the new store holds data from then on, lives and advances")
                .look(() -> stayed ? Look.done("it was watched before") : Look.toDo("a start alone proves nothing"))
                .act(progress -> {
                    new Steady(old.context(), options.stabilise())
                            .seenAlive(old.context().time().now())
                            .await("store '" + view().name() + "'", view()::sight, progress);
                })
                .prove(() -> {
                    StoreView.Sight seen = view().look();
                    Optional<Instant> begin = seen.assessment().flatMap(StoreAssessment::begin);
                    if (begin.filter(at -> !at.isAfter(from)).isEmpty()) {
                        return Look.toDo("it does not begin at " + from + " or before: " + seen);
                    }
                    stayed = seen.runs();
                    return stayed ? Look.done("it holds from " + begin.get() + " on: " + seen) : Look.toDo(seen.text());
                })
                .build();
    }

    private StoreView view() {
        return old.other(name().orElseThrow(() -> new IllegalStateException("the new store has no name yet")));
    }
}
