package dev.opsdk.bizconnector.model.filter;

/** Which tokens are wanted. */
public final class TokenFilter extends ProtectedFilter<TokenFilter> {
    /** One that lets everything through. */
    public TokenFilter() {}

    @Override
    TokenFilter self() {
        return this;
    }
}
