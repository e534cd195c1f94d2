package dev.opsdk.bizconnector.model.filter;

import dev.opsdk.bizconnector.model.relationship.RelationshipStatus;

/** Which relationships are wanted. */
public final class RelationshipFilter extends Filter<RelationshipFilter> {
    /** One that lets everything through. */
    public RelationshipFilter() {}

    @Override
    RelationshipFilter self() {
        return this;
    }

    /** {@return the address of the other side} */
    public TextField<RelationshipFilter> peer() {
        return text("peer");
    }

    /** {@return how far it is} */
    public ChoiceField<RelationshipFilter, RelationshipStatus.Known> status() {
        return new ChoiceField<>(self(), "status");
    }

    /** {@return the template it was made from} */
    public TextField<RelationshipFilter> templateId() {
        return text("templateId");
    }
}
