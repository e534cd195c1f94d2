package dev.opsdk.bizconnector.model.filter;

import dev.opsdk.bizconnector.model.attribute.AttributeDeletionStatus;
import dev.opsdk.bizconnector.model.attribute.Confidentiality;
import dev.opsdk.bizconnector.model.attribute.LocalAttributeType;
import java.util.List;

/** Which of the attributes that a peer shares with us are wanted. */
public final class PeerAttributeFilter extends Filter<PeerAttributeFilter> {
    /** One that lets everything through. */
    public PeerAttributeFilter() {}

    @Override
    PeerAttributeFilter self() {
        return this;
    }

    /** {@return when it was created here} */
    public OnceTimeField<PeerAttributeFilter> createdAt() {
        return new OnceTimeField<>(self(), "createdAt");
    }

    /** {@return when somebody looked at it} */
    public TimeField<PeerAttributeFilter> wasViewedAt() {
        return time("wasViewedAt");
    }

    /** {@return its tags} */
    public TagsField<PeerAttributeFilter> tags() {
        return new TagsField<>(self(), "content.tags");
    }

    /** {@return the {@code @type} of its value} */
    public TextField<PeerAttributeFilter> valueType() {
        return text("content.value.@type");
    }

    /** {@return whose attribute it is} */
    public ChoiceField<PeerAttributeFilter, LocalAttributeType.Known> type() {
        return new ChoiceField<>(self(), "@type");
    }

    /** {@return {@code IdentityAttribute} or {@code RelationshipAttribute}} */
    public TextField<PeerAttributeFilter> contentType() {
        return text("content.@type");
    }

    /** {@return by which it is found} */
    public TextField<PeerAttributeFilter> key() {
        return text("content.key");
    }

    /** {@return whether people should not see it} */
    public FlagField<PeerAttributeFilter> isTechnical() {
        return flag("content.isTechnical");
    }

    /** {@return who may learn of it} */
    public ChoiceField<PeerAttributeFilter, Confidentiality.Known> confidentiality() {
        return new ChoiceField<>(self(), "content.confidentiality");
    }

    /** {@return the request or notification it came with} */
    public TextField<PeerAttributeFilter> sourceReference() {
        return text("sourceReference");
    }

    /** {@return the third party it is about} */
    public TextField<PeerAttributeFilter> initialAttributePeer() {
        return text("initialAttributePeer");
    }

    /**
     * Whether only the latest versions are wanted, as the server does unless told.
     *
     * @param only true or false
     * @return the filter
     */
    public PeerAttributeFilter onlyLatestVersions(boolean only) {
        return put("onlyLatestVersions", List.of(Boolean.toString(only)));
    }

    /**
     * Whether technical attributes are left out.
     *
     * @param only true or false
     * @return the filter
     */
    public PeerAttributeFilter hideTechnical(boolean only) {
        return put("hideTechnical", List.of(Boolean.toString(only)));
    }

    /** {@return how far its deletion is} */
    public ChoiceField<PeerAttributeFilter, AttributeDeletionStatus.Known> deletionStatus() {
        return new ChoiceField<>(self(), "deletionInfo.deletionStatus");
    }

    /** {@return when its deletion is or was} */
    public TimeField<PeerAttributeFilter> deletionDate() {
        return time("deletionInfo.deletionDate");
    }

    /**
     * Whether its deletion has begun.
     *
     * @param wanted true for those where it has
     * @return the filter
     */
    public PeerAttributeFilter inDeletion(boolean wanted) {
        return put("deletionInfo", List.of(wanted ? "" : "!"));
    }
}
