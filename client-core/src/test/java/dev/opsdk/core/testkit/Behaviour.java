package dev.opsdk.core.testkit;

/** What a {@link FaultServer} does with one request: a proper {@link Answer} or a {@link Fault}. */
public sealed interface Behaviour permits Answer, Fault {}
