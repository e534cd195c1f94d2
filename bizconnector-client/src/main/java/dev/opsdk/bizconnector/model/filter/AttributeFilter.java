package dev.opsdk.bizconnector.model.filter;

import dev.opsdk.bizconnector.model.attribute.AttributeDeletionStatus;
import dev.opsdk.bizconnector.model.attribute.Confidentiality;
import dev.opsdk.bizconnector.model.attribute.LocalAttributeType;
import java.util.List;

/** Which attributes are wanted, of all. This list ignores what it does not know; here it cannot be asked. */
public final class AttributeFilter extends Filter<AttributeFilter> {
    /** One that lets everything through. */
    public AttributeFilter() {}

    @Override
    AttributeFilter self() {
        return this;
    }

    /** {@return when it was created here} */
    public TimeField<AttributeFilter> createdAt() {
        return time("createdAt");
    }

    /** {@return when somebody looked at it} */
    public TimeField<AttributeFilter> wasViewedAt() {
        return time("wasViewedAt");
    }

    /** {@return its tags} */
    public TagsField<AttributeFilter> tags() {
        return new TagsField<>(self(), "content.tags");
    }

    /** {@return the {@code @type} of its value} */
    public TextField<AttributeFilter> valueType() {
        return text("content.value.@type");
    }

    /** {@return whose attribute it is} */
    public ChoiceField<AttributeFilter, LocalAttributeType.Known> type() {
        return new ChoiceField<>(self(), "@type");
    }

    /** {@return {@code IdentityAttribute} or {@code RelationshipAttribute}} */
    public TextField<AttributeFilter> contentType() {
        return text("content.@type");
    }

    /** {@return by which it is found} */
    public TextField<AttributeFilter> key() {
        return text("content.key");
    }

    /** {@return whether people should not see it} */
    public FlagField<AttributeFilter> isTechnical() {
        return flag("content.isTechnical");
    }

    /** {@return who may learn of it} */
    public ChoiceField<AttributeFilter, Confidentiality.Known> confidentiality() {
        return new ChoiceField<>(self(), "content.confidentiality");
    }

    /** {@return the request or notification it came with} */
    public TextField<AttributeFilter> sourceReference() {
        return text("sourceReference");
    }

    /** {@return the version before} */
    public TextField<AttributeFilter> succeeds() {
        return text("succeeds");
    }

    /** {@return the version after} */
    public TextField<AttributeFilter> succeededBy() {
        return text("succeededBy");
    }

    /** {@return whether it is the first of its kind} */
    public MarkField<AttributeFilter> isDefault() {
        return mark("isDefault");
    }

    /** {@return the address of its owner} */
    public TextField<AttributeFilter> owner() {
        return text("content.owner");
    }

    /** {@return the address of the other side} */
    public TextField<AttributeFilter> peer() {
        return text("peer");
    }

    /** {@return the third party it is about} */
    public TextField<AttributeFilter> initialAttributePeer() {
        return text("initialAttributePeer");
    }

    /** {@return how far its deletion is} */
    public ChoiceField<AttributeFilter, AttributeDeletionStatus.Known> deletionStatus() {
        return new ChoiceField<>(self(), "deletionInfo.deletionStatus");
    }

    /** {@return when its deletion is or was} */
    public TimeField<AttributeFilter> deletionDate() {
        return time("deletionInfo.deletionDate");
    }

    /**
     * Whether its deletion has begun.
     *
     * @param wanted true for those where it has
     * @return the filter
     */
    public AttributeFilter inDeletion(boolean wanted) {
        return put("deletionInfo", List.of(wanted ? "" : "!"));
    }
}
