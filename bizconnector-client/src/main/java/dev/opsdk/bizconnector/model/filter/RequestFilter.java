package dev.opsdk.bizconnector.model.filter;

import dev.opsdk.bizconnector.model.request.RequestStatus;
import dev.opsdk.bizconnector.model.request.ResponseResult;
import dev.opsdk.bizconnector.model.request.SourceType;

/**
 * What lists of incoming and of outgoing requests have in common.
 *
 * @param <F> the filter's own type
 */
public abstract class RequestFilter<F extends RequestFilter<F>> extends Filter<F> {
    RequestFilter() {}

    /** {@return its id} */
    public TextField<F> id() {
        return text("id");
    }

    /** {@return the address of the other side} */
    public TextField<F> peer() {
        return text("peer");
    }

    /** {@return when it was made} */
    public TimeField<F> createdAt() {
        return time("createdAt");
    }

    /** {@return how far it is} */
    public ChoiceField<F, RequestStatus.Known> status() {
        return new ChoiceField<>(self(), "status");
    }

    /** {@return until when it can be answered} */
    public TimeField<F> expiresAt() {
        return time("content.expiresAt");
    }

    /** {@return the kind of an item outside of groups} */
    public TextField<F> itemType() {
        return text("content.items.@type");
    }

    /** {@return what it came with} */
    public ChoiceField<F, SourceType.Known> sourceType() {
        return new ChoiceField<>(self(), "source.type");
    }

    /** {@return the id of what it came with} */
    public TextField<F> sourceReference() {
        return text("source.reference");
    }

    /** {@return when the answer was made} */
    public TimeField<F> responseCreatedAt() {
        return time("response.createdAt");
    }

    /** {@return what the answer came with} */
    public ChoiceField<F, SourceType.Known> responseSourceType() {
        return new ChoiceField<>(self(), "response.source.type");
    }

    /** {@return the id of what the answer came with} */
    public TextField<F> responseSourceReference() {
        return text("response.source.reference");
    }

    /** {@return how it was answered} */
    public ChoiceField<F, ResponseResult.Known> responseResult() {
        return new ChoiceField<>(self(), "response.content.result");
    }

    /** {@return the kind of an answer outside of groups} */
    public TextField<F> responseItemType() {
        return text("response.content.items.@type");
    }

    /** {@return the kind of an answer in a group} */
    public TextField<F> responseGroupItemType() {
        return text("response.content.items.items.@type");
    }
}
