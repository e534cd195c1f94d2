package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Asks in the Identity Query Language. */
@Value.Immutable
@JsonDeserialize(as = ImmutableIqlQuery.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface IqlQuery extends AttributeQuery, OpenModel {
    @Override
    default String type() {
        return "IQLQuery";
    }

    /** {@return the query} */
    @JsonProperty("queryString")
    String queryString();

    /** {@return how an attribute is made if there is none} */
    @JsonProperty("attributeCreationHints")
    Optional<IqlQueryCreationHints> attributeCreationHints();

    /**
     * A query without hints.
     *
     * @param queryString the query
     * @return the query
     */
    static IqlQuery of(String queryString) {
        return builder().queryString(queryString).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link IqlQuery}. */
    final class Builder extends ImmutableIqlQuery.Builder {
        Builder() {}
    }
}
