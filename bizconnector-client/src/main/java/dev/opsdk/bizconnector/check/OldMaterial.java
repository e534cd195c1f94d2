package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.OldItem;
import dev.opsdk.bizconnector.assess.OldKind;
import dev.opsdk.bizconnector.assess.OldMaterialAssessment;
import dev.opsdk.bizconnector.model.attribute.AttributeDeletionStatus;
import dev.opsdk.bizconnector.model.attribute.LocalAttribute;
import dev.opsdk.bizconnector.model.relationship.Relationship;
import dev.opsdk.bizconnector.model.relationship.RelationshipStatus;
import dev.opsdk.bizconnector.model.request.RequestStatus;
import dev.opsdk.bizconnector.model.template.RelationshipTemplate;
import dev.opsdk.core.error.OpsException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what is old. Only reads; keeps ids, no contents. */
final class OldMaterial {
    private static final List<RequestStatus.Known> WAITING = List.of(
            RequestStatus.Known.DRAFT,
            RequestStatus.Known.OPEN,
            RequestStatus.Known.DECISION_REQUIRED,
            RequestStatus.Known.MANUAL_DECISION_REQUIRED);

    private final Readings readings;
    private final Set<OldKind> kinds;
    private final Instant now;
    private final Instant tooLong;
    private final List<OldItem> items = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final Map<String, Integer> allocations = new HashMap<>();

    private OldMaterial(Readings readings, Duration waiting, Set<OldKind> kinds) {
        this.kinds = kinds;
        this.readings = readings;
        this.now = readings.now();
        this.tooLong = now.minus(waiting);
    }

    static OldMaterial find(Readings readings, Duration waiting, Set<OldKind> kinds) {
        OldMaterial found = new OldMaterial(readings, waiting, kinds);
        found.part("files", found::files, OldKind.EXPIRED_FILE);
        found.part("tokens", found::tokens, OldKind.EXPIRED_TOKEN);
        // before the templates, which are exhausted by them
        found.part(
                "relationships",
                found::relationships,
                OldKind.ENDED_RELATIONSHIP,
                OldKind.LEAVING_PEER,
                OldKind.EXHAUSTED_TEMPLATE);
        found.part("templates", found::templates, OldKind.EXPIRED_TEMPLATE, OldKind.EXHAUSTED_TEMPLATE);
        found.part("requests", found::requests, OldKind.WAITING_REQUEST);
        found.part("attributes", found::attributes, OldKind.DELETED_ATTRIBUTE);
        found.part("messages", found::messages, OldKind.UNREAD_MESSAGE);
        return found;
    }

    List<OldItem> items() {
        return List.copyOf(items);
    }

    List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    CheckFinding finding() {
        return OldMaterialAssessment.of(items, unreadable, now);
    }

    /** One list that cannot be read, such as for want of a role, hides no other. */
    private void part(String name, Runnable look, OldKind... found) {
        if (Arrays.stream(found).noneMatch(kinds::contains)) {
            return;
        }
        try {
            readings.read(() -> {
                look.run();
                return true;
            });
        } catch (OpsException | Readings.NotAdmitted e) {
            unreadable.add(name + " could not be listed: " + e.getMessage());
        }
    }

    private void add(OldKind kind, String id, String why, Optional<Instant> since) {
        if (kinds.contains(kind)) {
            items.add(new OldItem(kind, id, why, since));
        }
    }

    private void files() {
        readings.client()
                .files()
                .own(filter -> filter.expiresAt().before(now))
                .forEach(each -> add(OldKind.EXPIRED_FILE, each.id(), "it has expired", each.expiresAt()));
    }

    private void tokens() {
        readings.client()
                .tokens()
                .own(filter -> filter.expiresAt().before(now))
                .forEach(each -> add(OldKind.EXPIRED_TOKEN, each.id(), "it has expired", each.expiresAt()));
    }

    private void relationships() {
        readings.client().relationships().all(filter -> {}).forEach(each -> {
            each.templateId().ifPresent(id -> allocations.merge(id, 1, Integer::sum));
            if (ended(each)) {
                add(OldKind.ENDED_RELATIONSHIP, each.id(), "it is " + each.status(), changed(each));
            } else if (each.peerDeletionInfo().isPresent()) {
                add(
                        OldKind.LEAVING_PEER,
                        each.id(),
                        "its peer is "
                                + each.peerDeletionInfo()
                                        .get()
                                        .deletionStatus()
                                        .map(Object::toString)
                                        .orElse("leaving"),
                        each.peerDeletionInfo().get().deletionDate());
            }
        });
    }

    static boolean ended(Relationship each) {
        return each.status().is(RelationshipStatus.Known.TERMINATED)
                || each.status().is(RelationshipStatus.Known.DELETION_PROPOSED);
    }

    static Optional<Instant> changed(Relationship each) {
        return each.auditLog().stream()
                .flatMap(entry -> entry.createdAt().stream())
                .max(Instant::compareTo);
    }

    private void templates() {
        readings.client().relationshipTemplates().own(filter -> {}).forEach(each -> {
            if (expired(each.expiresAt(), now)) {
                add(OldKind.EXPIRED_TEMPLATE, each.id(), "it has expired", each.expiresAt());
            } else if (exhausted(each, allocations.getOrDefault(each.id(), 0))) {
                add(OldKind.EXHAUSTED_TEMPLATE, each.id(), "all its relationships are made", Optional.empty());
            }
        });
    }

    static boolean exhausted(RelationshipTemplate each, int used) {
        return each.maxNumberOfAllocations().isPresent()
                && used >= each.maxNumberOfAllocations().getAsInt();
    }

    static boolean expired(Optional<Instant> end, Instant now) {
        return end.filter(at -> at.isBefore(now)).isPresent();
    }

    private void requests() {
        readings.client()
                .requests()
                .incoming()
                .all(filter -> filter.status().isAnyOf(WAITING).createdAt().before(tooLong))
                .forEach(each ->
                        add(OldKind.WAITING_REQUEST, each.id(), "incoming, " + each.status(), each.createdAt()));
        readings.client()
                .requests()
                .outgoing()
                .all(filter -> filter.status().isAnyOf(WAITING).createdAt().before(tooLong))
                .forEach(each ->
                        add(OldKind.WAITING_REQUEST, each.id(), "outgoing, " + each.status(), each.createdAt()));
    }

    private void attributes() {
        readings.client().attributes().all(filter -> filter.inDeletion(true)).forEach(each -> {
            if (gone(each)) {
                add(
                        OldKind.DELETED_ATTRIBUTE,
                        each.id(),
                        "the other side deleted it",
                        each.deletionInfo().flatMap(info -> info.deletionDate()));
            }
        });
    }

    static boolean gone(LocalAttribute each) {
        return each.deletionInfo()
                .flatMap(info -> info.deletionStatus())
                .filter(status -> status.is(AttributeDeletionStatus.Known.DELETED_BY_RECIPIENT)
                        || status.is(AttributeDeletionStatus.Known.DELETED_BY_EMITTER))
                .isPresent();
    }

    private void messages() {
        readings.client()
                .messages()
                .all(filter -> filter.isOwn()
                        .is(false)
                        .wasReadAt()
                        .missing()
                        .createdAt()
                        .before(tooLong))
                .forEach(each -> add(OldKind.UNREAD_MESSAGE, each.id(), "nobody read it", each.createdAt()));
    }
}
