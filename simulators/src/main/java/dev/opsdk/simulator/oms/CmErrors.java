package dev.opsdk.simulator.oms;

import java.util.Map;

/** The documented error codes of the cluster manager. */
final class CmErrors {

    static final String NO_STORE = "CM-RESOIE000201";
    static final String NO_ACTIVE_STORE = "CM-RESOIE000202";
    static final String SUPERVISOR_SILENT = "CM-RESOAT000011";
    static final String PARTIAL = "CM-SCHEOR000003";
    static final String CRAWLER_START = "CM-SCHEOR000203";
    static final String CHECKER_START = "CM-SCHEAT000001";
    static final String WRITER_START = "CM-SCHEAT000102";
    static final String NO_ALIVE_HOST = "CM-RESONF000001";
    static final String NO_MACHINE = "CM-RESONF000002";
    static final String NO_RESOURCE = "CM-RESONF000003";

    private static final Map<String, String> PROPOSALS = Map.of(
            NO_STORE, "Create a store that covers the requested timestamp",
            NO_ACTIVE_STORE, "Restart the store",
            SUPERVISOR_SILENT, "Check the status of oms_drc_supervisor",
            NO_RESOURCE, "Wait for resources or free them");

    private CmErrors() {}

    static String proposal(String code) {
        return PROPOSALS.getOrDefault(code, "Contact technical support");
    }

    static Refusal silent() {
        return new Refusal(SUPERVISOR_SILENT, "Supervisor does not report any result after CM Retry 60 seconds.");
    }

    static Refusal noStore(String subTopic, long position) {
        return new Refusal(
                NO_STORE, "No available store. SubTopic: [" + subTopic + "], checkpoint: [" + position + "]");
    }

    static Refusal noActiveStore(String subTopic) {
        return new Refusal(NO_ACTIVE_STORE, "No active stores under topic " + subTopic);
    }
}
