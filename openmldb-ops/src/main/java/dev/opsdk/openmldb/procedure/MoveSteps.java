package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.procedure.Step;
import dev.opsdk.openmldb.assess.Action;
import dev.opsdk.openmldb.assess.Move;
import java.util.List;

/** The steps of moves, one after the other: the nameserver's lanes are few, and more at once would only queue. */
final class MoveSteps {
    private MoveSteps() {}

    static List<Action> actions(List<Move> moves) {
        return moves.stream().flatMap(move -> move.actions().stream()).toList();
    }

    static List<List<Step>> of(Actions actions, List<Move> moves) {
        return moves.stream().map(move -> actions.steps(move.actions())).toList();
    }
}
