package dev.opsdk.core.testkit;

/** What a {@link FaultServer} does with one request: a proper {@link Answer}, a {@link Fault}, or whatever is {@link Written}. */
public sealed interface Behaviour permits Answer, Fault, Written {}
