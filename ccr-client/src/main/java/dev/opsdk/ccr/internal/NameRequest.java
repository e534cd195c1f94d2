package dev.opsdk.ccr.internal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The body of every request that only names a job. */
record NameRequest(@JsonProperty("name") String name) {}
