package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Identity attribute value: a bank account. */
@Value.Immutable
@JsonDeserialize(as = ImmutableBankAccount.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface BankAccount extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "BankAccount";
    }

    /** {@return who holds it} */
    @JsonProperty("accountHolder")
    String accountHolder();

    /** {@return the IBAN} */
    @JsonProperty("iban")
    String iban();

    /** {@return the BIC} */
    @JsonProperty("bic")
    Optional<String> bic();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BankAccount}. */
    final class Builder extends ImmutableBankAccount.Builder {
        Builder() {}
    }
}
