package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.request.Request;

/** Message content: a request, as it was created before. */
@JsonDeserialize // not the union's: its kind is known here
public final class RequestContent implements MessageContent {
    private final Request request;

    private RequestContent(Request request) {
        this.request = request;
    }

    /**
     * A request as message content.
     *
     * @param request as {@code requests().outgoing().create} gave it
     * @return the content
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RequestContent of(Request request) {
        return new RequestContent(request.withoutType());
    }

    @Override
    public String type() {
        return "Request";
    }

    /** {@return the request} */
    @JsonUnwrapped
    public Request request() {
        return request;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestContent that && request.equals(that.request);
    }

    @Override
    public int hashCode() {
        return request.hashCode();
    }

    @Override
    public String toString() {
        return request.toString();
    }
}
