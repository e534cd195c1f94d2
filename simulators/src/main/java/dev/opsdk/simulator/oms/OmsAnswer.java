package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.JsonWriter;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer the cluster manager gives although its state would ask for another: the shapes failures were seen in or
 * are to be expected in. By default it is given once, to the next request of any path it has; {@link #on},
 * {@link #times} and {@link #always} say otherwise. Immutable.
 *
 * <p>What goes wrong on the line rather than in CM is a {@link dev.opsdk.simulator.Fault}.
 */
public final class OmsAnswer {

    /** When an ordered answer comes. */
    private enum When {
        /** Instead of the work. */
        BEFORE,
        /** Instead of the real answer, after the work. */
        AFTER,
        /** While the work goes on behind it. */
        MEANWHILE,
        /** Looks like the real one, but nothing was done. */
        NEVER
    }

    /** Makes the answer. */
    @FunctionalInterface
    private interface Shape {
        SimResponse of(Replies replies, SimRequest request);
    }

    private final When when;
    private final Shape shape;
    private final Duration behind;
    private final Optional<String> path;
    private final int times;

    private OmsAnswer(When when, Shape shape, Duration behind, Optional<String> path, int times) {
        this.when = when;
        this.shape = shape;
        this.behind = behind;
        this.path = path;
        this.times = times;
    }

    private static OmsAnswer of(When when, Shape shape) {
        return new OmsAnswer(when, shape, Duration.ZERO, Optional.empty(), 1);
    }

    /**
     * Refused with the envelope; nothing is done.
     *
     * @param code for example {@code CM-RESONF000003}
     * @param message what CM says
     * @return the answer
     */
    public static OmsAnswer rejected(String code, String message) {
        return of(When.BEFORE, (replies, request) -> replies.refused(new Refusal(code, message), true));
    }

    /**
     * Refused with {@code isSuccess:false} and a text in one field; nothing is done.
     *
     * @param field for example {@code errorMsg}
     * @param message what CM says
     * @return the answer
     */
    public static OmsAnswer rejectedIn(String field, String message) {
        return of(When.BEFORE, (replies, request) -> replies.legacy(field, message));
    }

    /**
     * {@code isSuccess:true}, and the thing asked for is null. For a mutation: it says that it worked, and nothing is
     * done.
     *
     * @param field {@code crawler}, {@code replicator} or {@code result}
     * @return the answer
     */
    public static OmsAnswer successWithNull(String field) {
        return of(When.BEFORE, (replies, request) -> replies.done(field, null));
    }

    /**
     * {@code isSuccess:true} and nothing else, and nothing is done.
     *
     * @return the answer
     */
    public static OmsAnswer successWithNothing() {
        return of(When.BEFORE, (replies, request) -> replies.done());
    }

    /**
     * The work is done, and the answer is a JSON object without {@code isSuccess}.
     *
     * @return the answer
     */
    public static OmsAnswer withoutFlag() {
        return of(When.AFTER, (replies, request) -> replies.json(Map.of("result", "ok"), Outcome.EXECUTED));
    }

    /**
     * A page of the servlet container; nothing is done.
     *
     * @param status for example 500
     * @return the answer
     */
    public static OmsAnswer page(int status) {
        return of(When.BEFORE, (replies, request) -> Jetty.page(status, request.path(), Outcome.NOT_PROCESSED));
    }

    /**
     * A page of the servlet container although the work is done.
     *
     * @param status for example 500
     * @return the answer
     */
    public static OmsAnswer pageAfter(int status) {
        return of(When.AFTER, (replies, request) -> Jetty.page(status, request.path(), Outcome.EXECUTED));
    }

    /**
     * A page with status 503 that says {@code Retry-After: 0}, which some clients take for leave to send a mutation
     * again; nothing is done.
     *
     * @return the answer
     */
    public static OmsAnswer tryAgainNow() {
        return of(
                When.BEFORE,
                (replies, request) ->
                        Jetty.page(503, request.path(), Outcome.NOT_PROCESSED).with("Retry-After", "0"));
    }

    /**
     * The envelope of the console, which listens on another port of the same host; nothing is done.
     *
     * @return the answer
     */
    public static OmsAnswer fromConsole() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("success", false);
        body.put("code", "GHANA-AUTHFA000001");
        body.put("message", "Authentication failed.");
        body.put("advice", null);
        body.put("errorDetail", null);
        body.put("requestId", "4ac0a91c-5f6a-4a1f");
        body.put("cost", "3 ms");
        return raw(200, "application/json;charset=UTF-8", JsonWriter.write(body));
    }

    /**
     * CM-RESOAT000011 after CM's sixty seconds are over, while the Supervisor works on: the change comes later, or
     * not at all when the host is gone. The sixty seconds are not waited for.
     *
     * @param workEndsAfter when the change takes place, in simulated time; zero for at once
     * @return the answer
     */
    public static OmsAnswer supervisorSilent(Duration workEndsAfter) {
        Shape shape = (replies, request) -> replies.refused(CmErrors.silent(), true);
        return new OmsAnswer(When.MEANWHILE, shape, workEndsAfter, Optional.empty(), 1);
    }

    /**
     * CM-SCHEOR000003: the work is done for some and not for others, of which this simulator knows only the names.
     *
     * @param failed the names that failed
     * @param succeeded the names that did not
     * @return the answer
     */
    public static OmsAnswer partial(String failed, String succeeded) {
        String text = "Failed to operate part of process. Failed: {" + failed + "}, Success: {" + succeeded + "}";
        return of(When.AFTER, (replies, request) -> replies.refused(new Refusal(CmErrors.PARTIAL, text), true));
    }

    /**
     * The real answer of a mutation, as if all were well, but nothing is done.
     *
     * @return the answer
     */
    public static OmsAnswer falseSuccess() {
        return of(When.NEVER, (replies, request) -> replies.done());
    }

    /**
     * Any answer; nothing is done.
     *
     * @param status the HTTP status
     * @param contentType its type
     * @param body its body
     * @return the answer
     */
    public static OmsAnswer raw(int status, String contentType, String body) {
        return of(
                When.BEFORE, (replies, request) -> SimResponse.text(status, contentType, body, Outcome.NOT_PROCESSED));
    }

    /**
     * The same answer, for one path only. The simulator refuses a path that it does not serve.
     *
     * @param only for example {@code /applier/stop}
     * @return the narrower answer
     */
    public OmsAnswer on(String only) {
        return new OmsAnswer(when, shape, behind, Optional.of(only), times);
    }

    /**
     * The same answer, several times.
     *
     * @param count how many requests get it
     * @return the repeated answer
     */
    public OmsAnswer times(int count) {
        return new OmsAnswer(when, shape, behind, path, count);
    }

    /**
     * The same answer until the answers are cleared.
     *
     * @return the lasting answer
     */
    public OmsAnswer always() {
        return times(Integer.MAX_VALUE);
    }

    int times() {
        return times;
    }

    Optional<String> path() {
        return path;
    }

    boolean strikes(String requested) {
        return path.map(requested::equals).orElse(true);
    }

    boolean comesBeforeWork() {
        return when == When.BEFORE;
    }

    boolean replacesAnswer() {
        return when == When.AFTER || when == When.MEANWHILE;
    }

    boolean preventsWork() {
        return when == When.NEVER;
    }

    /** When the work behind the answer ends, if it goes on behind it. */
    Optional<Duration> behind() {
        return when == When.MEANWHILE ? Optional.of(behind) : Optional.empty();
    }

    SimResponse response(Replies replies, SimRequest request, Outcome outcome) {
        SimResponse made = shape.of(replies, request);
        return new SimResponse(made.status(), made.headers(), made.body(), outcome);
    }
}
