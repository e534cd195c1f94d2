package dev.opsdk.openmldb.assess;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What every plan that changes leaders warns of. */
final class LeaderChangeRisk {
    private LeaderChangeRisk() {}

    static Optional<Finding> of(Collection<? extends List<Action>> parts) {
        List<Action> changes = parts.stream()
                .flatMap(List::stream)
                .filter(Action.ChangeLeader.class::isInstance)
                .toList();
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        boolean preAggregated =
                changes.stream().anyMatch(change -> change.partition().db().equals("__PRE_AGG_DB"));
        return Optional.of(Finding.warn(
                "leaders",
                changes.size() + " leaders change: what is written meanwhile may be lost, so stop writing"
                        + (preAggregated
                                ? "; some are of __PRE_AGG_DB, which can get out of step with its base tables"
                                : "")));
    }
}
