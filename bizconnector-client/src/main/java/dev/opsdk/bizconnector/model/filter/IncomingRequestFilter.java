package dev.opsdk.bizconnector.model.filter;

/** Which incoming requests are wanted. This list ignores what it does not know; here it cannot be asked. */
public final class IncomingRequestFilter extends RequestFilter<IncomingRequestFilter> {
    /** One that lets everything through. */
    public IncomingRequestFilter() {}

    @Override
    IncomingRequestFilter self() {
        return this;
    }

    /** {@return whether nobody was asked} */
    public MarkField<IncomingRequestFilter> wasAutomaticallyDecided() {
        return mark("wasAutomaticallyDecided");
    }
}
