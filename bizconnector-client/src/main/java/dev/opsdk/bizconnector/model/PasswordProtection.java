package dev.opsdk.bizconnector.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.Secret;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A password without which a reference cannot be used. The server gives it back in clear; it is masked wherever it is
 * printed here.
 */
@Value.Immutable
@JsonDeserialize(as = ImmutablePasswordProtection.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface PasswordProtection extends OpenModel, Checked {
    /** {@return the password; for a PIN 4 to 16 digits} */
    @JsonProperty("password")
    Secret password();

    /** {@return true if only digits were allowed, otherwise absent} */
    @JsonProperty("passwordIsPin")
    Optional<Boolean> passwordIsPin();

    /** {@return where the other side finds the password} */
    @JsonProperty("passwordLocationIndicator")
    Optional<PasswordLocation> passwordLocationIndicator();

    @Override
    default void check() {
        if (password().isEmpty()) {
            throw new IllegalArgumentException("the password is empty");
        }
        if (passwordIsPin().orElse(false) && !password().reveal().matches("\\d{4,16}")) {
            throw new IllegalArgumentException("a PIN has 4 to 16 digits");
        }
    }

    /**
     * A password of any characters.
     *
     * @param password the password
     * @return the protection
     */
    static PasswordProtection password(Secret password) {
        PasswordProtection protection = builder().password(password).build();
        protection.check();
        return protection;
    }

    /**
     * A PIN.
     *
     * @param pin 4 to 16 digits
     * @return the protection
     * @throws IllegalArgumentException if it has other characters, or too few or many
     */
    static PasswordProtection pin(Secret pin) {
        PasswordProtection protection =
                builder().password(pin).passwordIsPin(true).build();
        protection.check();
        return protection;
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PasswordProtection}. */
    final class Builder extends ImmutablePasswordProtection.Builder {
        Builder() {}
    }
}
