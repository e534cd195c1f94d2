package dev.opsdk.bizconnector.model.filter;

/** Which outgoing requests are wanted. This list ignores what it does not know; here it cannot be asked. */
public final class OutgoingRequestFilter extends RequestFilter<OutgoingRequestFilter> {
    /** One that lets everything through. */
    public OutgoingRequestFilter() {}

    @Override
    OutgoingRequestFilter self() {
        return this;
    }
}
