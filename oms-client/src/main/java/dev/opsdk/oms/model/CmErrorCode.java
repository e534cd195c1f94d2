package dev.opsdk.oms.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.model.OpenEnum;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An error code of the cluster manager (OMS documentation). Codes of other services of the family, and new ones, keep their text. */
public final class CmErrorCode extends OpenEnum<CmErrorCode.Known> {
    private static final Pattern CODE = Pattern.compile("\\b(?:CM|GHANA|CONNECTOR|SUPERVISOR)-[A-Z]{4,8}\\d{0,8}\\b");

    /** The codes this version knows. */
    public enum Known {
        /** No store covers the requested position, or all are stopped. */
        NO_AVAILABLE_STORE(
                "CM-RESOIE000201",
                Outcome.NOT_DONE,
                "no running store covers that position: compare it with the stores' begin and end; if it lies before them, create"
                        + " a store from an earlier time"),
        /** None was made, or all have exited. */
        NO_ACTIVE_STORE(
                "CM-RESOIE000202", Outcome.NOT_DONE, "no store of that topic is running: restart its store first"),
        /** The supervisor did not answer within 60 seconds. It may still do it. */
        SUPERVISOR_SILENT(
                "CM-RESOAT000011",
                Outcome.UNKNOWN,
                "the supervisor may still do it: read the state again, and look at supervisorctl status oms_drc_supervisor on"
                        + " the component's host"),
        /** The supervisor could not run the command. */
        SUPERVISOR_FAILED(
                "CM-RESOAT000012",
                Outcome.NOT_DONE,
                "the supervisor failed: restart oms_drc_supervisor on the component's host"),
        /** The command ran and failed. */
        COMMAND_FAILED(
                "CM-RESOAT000013",
                Outcome.NOT_DONE,
                "the command itself failed: read the supervisor's error.log on the component's host"),
        /** A batch, all of it failed. */
        ALL_FAILED("CM-SCHEOR000002", Outcome.NOT_DONE, "none was done; the message names the causes"),
        /** A batch, some of it was done. */
        PART_FAILED(
                "CM-SCHEOR000003",
                Outcome.PARTLY_DONE,
                "some are done: the message names which; mend the cause and repeat for the failed ones only"),
        /** A store did not start. */
        STORE_START_FAILED(
                "CM-SCHEOR000203",
                Outcome.NOT_DONE,
                "read the store's log, /home/ds/store/store<port>/log with the port of its name"),
        /** A checker did not start. */
        CHECKER_START_FAILED(
                "CM-SCHEAT000001", Outcome.NOT_DONE, "read the checker's log below /home/ds/run on its host"),
        /** A writer did not start. */
        WRITER_START_FAILED(
                "CM-SCHEAT000102", Outcome.NOT_DONE, "read the writer's log, /home/ds/run/<its name>/logs on its host"),
        /** No host of the region sends heartbeats. */
        NO_ALIVE_HOST(
                "CM-RESONF000001",
                Outcome.NOT_DONE,
                "no host of the region sends heartbeats: look at supervisorctl status on the hosts, and at their clocks"),
        /** The region has no host. */
        NO_MACHINE("CM-RESONF000002", Outcome.NOT_DONE, "the region has no machine: it is not initialised"),
        /** All hosts are above their thresholds. */
        NO_RESOURCES(
                "CM-RESONF000003",
                Outcome.NOT_DONE,
                "hosts are above their thresholds (cpu 0.85, memory 0.85, disk 0.90 by default): free some, or wait"),
        /** The region's machine group is missing. */
        MACHINE_GROUP_MISSING("CM-RESONF000021", Outcome.NOT_DONE, "the region's machine group is not initialised");

        private final String code;
        private final Outcome outcome;
        private final String advice;

        Known(String code, Outcome outcome, String advice) {
            this.code = code;
            this.outcome = outcome;
            this.advice = advice;
        }

        /**
         * What the server writes.
         *
         * @return the code
         */
        public String code() {
            return code;
        }

        /**
         * What it says about a mutation.
         *
         * @return whether it happened
         */
        public Outcome outcome() {
            return outcome;
        }

        /**
         * What usually helps.
         *
         * @return an instruction
         */
        public String advice() {
            return advice;
        }
    }

    private CmErrorCode(String wire) {
        super(
                Arrays.stream(Known.values())
                        .filter(known -> known.code.equals(wire))
                        .findFirst()
                        .orElse(null),
                wire);
    }

    /**
     * Reads a code.
     *
     * @param wire what the server wrote
     * @return the code, known or not
     */
    @JsonCreator
    public static CmErrorCode of(String wire) {
        return new CmErrorCode(wire.strip());
    }

    /**
     * Finds a code in a text.
     *
     * @param text such as a server's message
     * @return the first code in it
     */
    public static Optional<CmErrorCode> in(String text) {
        Matcher found = CODE.matcher(text);
        return found.find() ? Optional.of(of(found.group())) : Optional.empty();
    }

    /**
     * The code of a refusal.
     *
     * @param refusal what a call threw
     * @return the code, if the server gave one
     */
    public static Optional<CmErrorCode> of(RejectedException refusal) {
        return in(refusal.serverMessage());
    }

    /**
     * The code.
     *
     * @return what the server wrote
     */
    public String code() {
        return String.valueOf(wire());
    }

    /**
     * What usually helps.
     *
     * @return an instruction; empty when the code is not known
     */
    public Optional<String> advice() {
        return known().map(Known::advice);
    }
}
