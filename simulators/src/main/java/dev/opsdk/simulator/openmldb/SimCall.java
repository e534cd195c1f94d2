package dev.opsdk.simulator.openmldb;

/**
 * A request that a server of the cluster understood as a call, over a socket or in the process.
 *
 * @param server the address of the server
 * @param method for example {@code AddReplicaNS}
 * @param request the body
 * @param code the code in the answer; of refusals by HTTP status it is brpc's error code
 * @param message the words that came with it, empty when there were none
 */
public record SimCall(String server, String method, String request, int code, String message) {}
