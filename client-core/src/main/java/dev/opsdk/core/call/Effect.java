package dev.opsdk.core.call;

/** What a wire call does to the server, whatever its HTTP verb says. */
public enum Effect {
    /** Changes nothing; may be repeated. */
    READ,
    /** Changes something; is sent at most once. */
    MUTATION
}
