package dev.opsdk.bizconnector.model.filter;

import java.util.List;

/** Which of our own identity attributes are wanted. */
public final class OwnIdentityAttributeFilter extends Filter<OwnIdentityAttributeFilter> {
    /** One that lets everything through. */
    public OwnIdentityAttributeFilter() {}

    @Override
    OwnIdentityAttributeFilter self() {
        return this;
    }

    /** {@return when it was created here} */
    public OnceTimeField<OwnIdentityAttributeFilter> createdAt() {
        return new OnceTimeField<>(self(), "createdAt");
    }

    /** {@return when somebody looked at it} */
    public TimeField<OwnIdentityAttributeFilter> wasViewedAt() {
        return time("wasViewedAt");
    }

    /** {@return its tags} */
    public TagsField<OwnIdentityAttributeFilter> tags() {
        return new TagsField<>(self(), "content.tags");
    }

    /** {@return the {@code @type} of its value} */
    public TextField<OwnIdentityAttributeFilter> valueType() {
        return text("content.value.@type");
    }

    /** {@return whether it is the first of its kind} */
    public MarkField<OwnIdentityAttributeFilter> isDefault() {
        return mark("isDefault");
    }

    /**
     * Whether only the latest versions are wanted, as the server does unless told.
     *
     * @param only true or false
     * @return the filter
     */
    public OwnIdentityAttributeFilter onlyLatestVersions(boolean only) {
        return put("onlyLatestVersions", List.of(Boolean.toString(only)));
    }
}
