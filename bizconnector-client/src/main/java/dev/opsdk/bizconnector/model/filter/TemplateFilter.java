package dev.opsdk.bizconnector.model.filter;

/** Which relationship templates are wanted. */
public final class TemplateFilter extends ProtectedFilter<TemplateFilter> {
    /** One that lets everything through. */
    public TemplateFilter() {}

    @Override
    TemplateFilter self() {
        return this;
    }

    /** {@return how many identities can load it} */
    public NumberField<TemplateFilter> maxNumberOfAllocations() {
        return number("maxNumberOfAllocations");
    }
}
