package dev.opsdk.bizconnector.model.filter;

import dev.opsdk.bizconnector.model.PasswordLocation;
import dev.opsdk.core.Secret;
import java.util.List;

/**
 * What lists of tokens and of templates have in common.
 *
 * @param <F> the filter's own type
 */
public abstract class ProtectedFilter<F extends ProtectedFilter<F>> extends Filter<F> {
    private static final String PROTECTION = "passwordProtection";

    ProtectedFilter() {}

    /** {@return whether this identity made it} */
    public FlagField<F> isOwn() {
        return flag("isOwn");
    }

    /** {@return when it was made} */
    public TimeField<F> createdAt() {
        return time("createdAt");
    }

    /** {@return until when it counts} */
    public TimeField<F> expiresAt() {
        return time("expiresAt");
    }

    /** {@return the address of who made it} */
    public TextField<F> createdBy() {
        return text("createdBy");
    }

    /** {@return the device that made it} */
    public TextField<F> createdByDevice() {
        return text("createdByDevice");
    }

    /** {@return the only identity that can load it} */
    public TextField<F> forIdentity() {
        return text("forIdentity");
    }

    /**
     * Whether it has a password.
     *
     * @param wanted true for those with one
     * @return the filter
     */
    public F passwordProtected(boolean wanted) {
        return put(PROTECTION, List.of(wanted ? "" : "!"));
    }

    /**
     * Which password it has.
     *
     * @param password the password; a PIN is found, too
     * @return the filter
     */
    public F password(Secret password) {
        return text(PROTECTION + ".password").is(password.reveal());
    }

    /** {@return whether its password is a PIN} */
    public MarkField<F> passwordIsPin() {
        return mark(PROTECTION + ".passwordIsPin");
    }

    /**
     * Where its password is found.
     *
     * @param location the place
     * @return the filter
     */
    public F passwordLocation(PasswordLocation location) {
        return put(PROTECTION + ".passwordLocationIndicator", List.of(String.valueOf(location.wire())));
    }
}
