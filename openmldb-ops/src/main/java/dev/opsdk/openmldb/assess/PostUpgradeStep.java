package dev.opsdk.openmldb.assess;

import java.util.List;

/**
 * What becomes of one line of the stat file after an upgrade.
 *
 * @param line the line
 * @param state whether something is to be done
 * @param reason why
 * @param actions the calls, in order, each to be finished before the next; none unless {@link State#TO_DO}
 */
public record PostUpgradeStep(StatLine line, State state, String reason, List<Action> actions) {
    /** Whether something is to be done about a line. */
    public enum State {
        /** The actions are to be done. */
        TO_DO,
        /** All is as the line wants it. */
        DONE,
        /** Something else must happen first; the reason says what. */
        NOT_YET
    }

    /** Keeps a copy. */
    public PostUpgradeStep {
        actions = List.copyOf(actions);
    }

    @Override
    public String toString() {
        return line.partition() + " " + state + ": " + reason;
    }
}
