package dev.opsdk.bizconnector.model.filter;

import dev.opsdk.bizconnector.model.attribute.AttributeDeletionStatus;
import java.util.List;

/** Which sharings of an attribute are wanted. */
public final class ForwardingFilter extends Filter<ForwardingFilter> {
    /** One that lets everything through. */
    public ForwardingFilter() {}

    @Override
    ForwardingFilter self() {
        return this;
    }

    /** {@return the address of the peer} */
    public TextField<ForwardingFilter> peer() {
        return text("peer");
    }

    /** {@return the request it was shared with} */
    public TextField<ForwardingFilter> sourceReference() {
        return text("sourceReference");
    }

    /** {@return when it was shared} */
    public TimeField<ForwardingFilter> sharedAt() {
        return time("sharedAt");
    }

    /** {@return how far its deletion is} */
    public ChoiceField<ForwardingFilter, AttributeDeletionStatus.Known> deletionStatus() {
        return new ChoiceField<>(self(), "deletionInfo.deletionStatus");
    }

    /** {@return when its deletion is or was} */
    public TimeField<ForwardingFilter> deletionDate() {
        return time("deletionInfo.deletionDate");
    }

    /**
     * Whether its deletion has begun.
     *
     * @param wanted true for those where it has
     * @return the filter
     */
    public ForwardingFilter inDeletion(boolean wanted) {
        return put("deletionInfo", List.of(wanted ? "" : "!"));
    }
}
