package dev.opsdk.bizconnector.model.filter;

import dev.opsdk.bizconnector.model.attribute.AttributeDeletionStatus;
import dev.opsdk.bizconnector.model.attribute.Confidentiality;
import dev.opsdk.bizconnector.model.attribute.LocalAttributeType;
import java.util.List;

/** Which of the attributes that we share with a peer are wanted. */
public final class OwnSharedAttributeFilter extends Filter<OwnSharedAttributeFilter> {
    /** One that lets everything through. */
    public OwnSharedAttributeFilter() {}

    @Override
    OwnSharedAttributeFilter self() {
        return this;
    }

    /** {@return when it was created here} */
    public OnceTimeField<OwnSharedAttributeFilter> createdAt() {
        return new OnceTimeField<>(self(), "createdAt");
    }

    /** {@return when somebody looked at it} */
    public TimeField<OwnSharedAttributeFilter> wasViewedAt() {
        return time("wasViewedAt");
    }

    /** {@return its tags} */
    public TagsField<OwnSharedAttributeFilter> tags() {
        return new TagsField<>(self(), "content.tags");
    }

    /** {@return the {@code @type} of its value} */
    public TextField<OwnSharedAttributeFilter> valueType() {
        return text("content.value.@type");
    }

    /** {@return whose attribute it is} */
    public ChoiceField<OwnSharedAttributeFilter, LocalAttributeType.Known> type() {
        return new ChoiceField<>(self(), "@type");
    }

    /** {@return {@code IdentityAttribute} or {@code RelationshipAttribute}} */
    public TextField<OwnSharedAttributeFilter> contentType() {
        return text("content.@type");
    }

    /** {@return by which it is found} */
    public TextField<OwnSharedAttributeFilter> key() {
        return text("content.key");
    }

    /** {@return whether people should not see it} */
    public FlagField<OwnSharedAttributeFilter> isTechnical() {
        return flag("content.isTechnical");
    }

    /** {@return who may learn of it} */
    public ChoiceField<OwnSharedAttributeFilter, Confidentiality.Known> confidentiality() {
        return new ChoiceField<>(self(), "content.confidentiality");
    }

    /** {@return the request or notification it came with} */
    public TextField<OwnSharedAttributeFilter> sourceReference() {
        return text("sourceReference");
    }

    /** {@return whether it is the first of its kind} */
    public MarkField<OwnSharedAttributeFilter> isDefault() {
        return mark("isDefault");
    }

    /**
     * Whether only the latest versions are wanted, as the server does unless told.
     *
     * @param only true or false
     * @return the filter
     */
    public OwnSharedAttributeFilter onlyLatestVersions(boolean only) {
        return put("onlyLatestVersions", List.of(Boolean.toString(only)));
    }

    /**
     * Whether technical attributes are left out.
     *
     * @param only true or false
     * @return the filter
     */
    public OwnSharedAttributeFilter hideTechnical(boolean only) {
        return put("hideTechnical", List.of(Boolean.toString(only)));
    }

    /** {@return how far its deletion is} */
    public ChoiceField<OwnSharedAttributeFilter, AttributeDeletionStatus.Known> deletionStatus() {
        return new ChoiceField<>(self(), "deletionInfo.deletionStatus");
    }

    /** {@return when its deletion is or was} */
    public TimeField<OwnSharedAttributeFilter> deletionDate() {
        return time("deletionInfo.deletionDate");
    }

    /**
     * Whether its deletion has begun.
     *
     * @param wanted true for those where it has
     * @return the filter
     */
    public OwnSharedAttributeFilter inDeletion(boolean wanted) {
        return put("deletionInfo", List.of(wanted ? "" : "!"));
    }
}
