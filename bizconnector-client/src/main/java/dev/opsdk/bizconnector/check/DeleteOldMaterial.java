package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.OldItem;
import dev.opsdk.bizconnector.model.relationship.Relationship;
import dev.opsdk.bizconnector.model.template.RelationshipTemplate;
import dev.opsdk.core.Secret;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Deletes old things one by one; each is looked at before and after, and an order whose answer was lost is not sent again. */
final class DeleteOldMaterial {
    private static final Duration WAITING = Duration.ofDays(30);

    private final BizConnectorClient client;
    private final List<OldItem> items;
    private final int left;
    private final List<String> unreadable;
    private final Set<String> lost = new HashSet<>();

    private DeleteOldMaterial(BizConnectorClient client, List<OldItem> items, int left, List<String> unreadable) {
        this.client = client;
        this.items = items;
        this.left = left;
        this.unreadable = unreadable;
    }

    static Plan planned(BizConnectorClient client, DeletionOptions options) {
        OldMaterial found = OldMaterial.find(new Readings(client), WAITING, options.kinds());
        List<OldItem> wanted = found.items();
        List<OldItem> some = wanted.stream().limit(options.most()).toList();
        return new DeleteOldMaterial(client, some, wanted.size() - some.size(), found.unreadable()).plan();
    }

    private Plan plan() {
        List<PreCheck> checks = new ArrayList<>();
        checks.add(new PreCheck(
                "old material", CheckResult.PASS, "to be deleted: " + items.size() + ", each is read again before"));
        if (client.readOnly()) {
            checks.add(new PreCheck("client", CheckResult.BLOCK, "this client is read-only"));
        }
        if (left > 0) {
            checks.add(new PreCheck("limit", CheckResult.WARN, left + " more are left for another plan"));
        }
        unreadable.forEach(text -> checks.add(new PreCheck("lists", CheckResult.CANNOT_CHECK, text)));
        return Plan.of("deleteOldMaterial", client.url(), client.timeSource())
                .checks(checks)
                .steps(items.stream().map(this::step).toList())
                .next(this::next)
                .again(this::plan)
                .build();
    }

    private Step step(OldItem item) {
        return Step.named("delete " + item)
                .destructive()
                .part(item.kind() + " " + item.id())
                .sends(request(item))
                .look(() -> look(item))
                .act(progress -> {
                    try {
                        delete(item);
                    } catch (OutcomeUnknownException e) {
                        lost.add(item.id());
                        throw e;
                    }
                })
                .prove(() -> stillThere(item) ? Look.toDo("it is still there") : Look.done("it is gone"))
                .build();
    }

    private Look look(OldItem item) {
        Optional<String> changed;
        try {
            changed = changed(item);
        } catch (NotFoundException e) {
            return Look.done("it is gone");
        }
        if (lost.contains(item.id())) {
            return Look.blocked(
                    "a deletion was sent before and its answer was lost; it is still there, and this only looks");
        }
        return changed.map(Look::blocked).orElseGet(() -> Look.toDo(item.why()));
    }

    private boolean stillThere(OldItem item) {
        try {
            changed(item);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /** Whether it is not old any more; somebody may have acted since the plan was made. */
    private Optional<String> changed(OldItem item) {
        Instant now = client.timeSource().now();
        return switch (item.kind()) {
            case EXPIRED_FILE ->
                unless(() -> client.files().get(item.id()), file -> OldMaterial.expired(file.expiresAt(), now));
            case EXPIRED_TEMPLATE ->
                unless(
                        () -> client.relationshipTemplates().get(item.id()),
                        template -> OldMaterial.expired(template.expiresAt(), now));
            case EXHAUSTED_TEMPLATE ->
                unless(() -> client.relationshipTemplates().get(item.id()), this::exhausted);
            case EXPIRED_TOKEN ->
                unless(() -> client.tokens().get(item.id()), token -> OldMaterial.expired(token.expiresAt(), now));
            case ENDED_RELATIONSHIP -> unless(() -> client.relationships().get(item.id()), OldMaterial::ended);
            case DELETED_ATTRIBUTE -> unless(() -> client.attributes().get(item.id()), OldMaterial::gone);
            case LEAVING_PEER, WAITING_REQUEST, UNREAD_MESSAGE -> Optional.of("it cannot be deleted");
        };
    }

    private static <T> Optional<String> unless(Supplier<T> read, Predicate<T> old) {
        return old.test(read.get()) ? Optional.empty() : Optional.of("it is not old any more");
    }

    private boolean exhausted(RelationshipTemplate template) {
        List<Relationship> made = client.relationships()
                .all(filter -> filter.templateId().is(template.id()))
                .list();
        return OldMaterial.exhausted(template, made.size());
    }

    private void delete(OldItem item) {
        switch (item.kind()) {
            case EXPIRED_FILE -> client.files().delete(item.id());
            case EXPIRED_TEMPLATE, EXHAUSTED_TEMPLATE ->
                client.relationshipTemplates().delete(item.id());
            case EXPIRED_TOKEN -> client.tokens().delete(item.id());
            case ENDED_RELATIONSHIP -> client.relationships().decompose(item.id());
            case DELETED_ATTRIBUTE -> client.attributes().delete(item.id());
            case LEAVING_PEER, WAITING_REQUEST, UNREAD_MESSAGE ->
                throw new IllegalStateException(item.kind() + " cannot be deleted");
        }
    }

    private RequestLine request(OldItem item) {
        String room = switch (item.kind()) {
            case EXPIRED_FILE -> "Files";
            case EXPIRED_TEMPLATE, EXHAUSTED_TEMPLATE -> "RelationshipTemplates";
            case EXPIRED_TOKEN -> "Tokens";
            case ENDED_RELATIONSHIP -> "Relationships";
            case DELETED_ATTRIBUTE -> "Attributes";
            case LEAVING_PEER, WAITING_REQUEST, UNREAD_MESSAGE ->
                throw new IllegalStateException(item.kind() + " cannot be deleted");
        };
        return new RequestLine(
                "DELETE",
                client.url().replaceFirst("/+$", "") + "/api/core/v1/" + room + "/" + item.id(),
                Optional.empty(),
                Optional.empty(),
                "-H 'X-API-KEY: " + Secret.MASK + "'");
    }

    private List<String> next(List<StepResult> results) {
        List<String> lines = new ArrayList<>();
        if (results.stream().anyMatch(result -> !result.outcome().good())) {
            lines.add(
                    "settle what failed, then report.resume(): what is gone is passed over, and a lost order is not sent again");
        }
        if (left > 0) {
            lines.add("plan again for the " + left + " that were left");
        }
        return lines;
    }
}
