package dev.opsdk.simulator.openmldb;

/** Who is to lead: settled by the first task of an operation, and needed by the others. */
final class Chosen {

    String endpoint = "";

    Chosen() {}
}
