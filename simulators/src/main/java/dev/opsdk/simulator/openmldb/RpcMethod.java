package dev.opsdk.simulator.openmldb;

import java.util.function.Function;

/** A method that is simulated. */
record RpcMethod(Message request, Function<Params, Reply> handler) {}
