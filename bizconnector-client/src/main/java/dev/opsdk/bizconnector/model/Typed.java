package dev.opsdk.bizconnector.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One of several kinds of values that stand in the same place. */
public interface Typed {
    /** {@return what tells the kinds apart on the wire} */
    @JsonProperty("@type")
    String type();
}
