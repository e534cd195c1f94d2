package dev.opsdk.simulator.bizconnector;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** How the Backbone is doing. */
final class Outage {

    private enum Mode {
        NONE,
        DOWN,
        FAILING,
        CREDENTIALS,
        LATE
    }

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private Mode mode = Mode.NONE;
    private int status;
    private Duration delay = Duration.ZERO;
    private CountDownLatch end = new CountDownLatch(1);

    void none() {
        set(Mode.NONE);
    }

    void down() {
        set(Mode.DOWN);
    }

    void failing(int with) {
        set(Mode.FAILING);
        status = with;
    }

    void credentials() {
        set(Mode.CREDENTIALS);
    }

    void hanging() {
        late(FOR_EVER);
    }

    void late(Duration by) {
        set(Mode.LATE);
        delay = by;
    }

    private void set(Mode other) {
        mode = other;
        end.countDown();
        end = new CountDownLatch(1);
    }

    boolean isDown() {
        return mode == Mode.DOWN;
    }

    boolean rejectsLogins() {
        return mode == Mode.CREDENTIALS || mode == Mode.DOWN || mode == Mode.FAILING;
    }

    boolean isReachable() {
        return mode != Mode.DOWN && !(mode == Mode.FAILING && status >= 500);
    }

    /** Throws while an answer is awaited that does not come yet. */
    void stall() {
        if (mode == Mode.LATE && !Patience.isExhausted()) {
            throw new Stall(end, delay);
        }
    }

    /** What a call at the Backbone comes to. */
    void check(String operation, String base, String now) throws Refusal {
        if (mode == Mode.DOWN) {
            throw Refusal.upstream(
                    500, "error.transport.request.unknown", "connect ECONNREFUSED " + base.replace("http://", ""));
        }
        if (mode == Mode.FAILING) {
            throw failure(operation, now);
        }
    }

    private Refusal failure(String operation, String now) {
        return switch (status) {
            case 400 ->
                Refusal.upstream(
                        500,
                        "error.platform.validation.device.someQuota",
                        "error.platform.validation.device.someQuota (400): 'Backbone says no.' for " + operation
                                + " at " + now + " with traceId 'undefined'");
            case 401 -> Refusal.upstream(401, "error.platform.unauthorized", "Unauthorized.");
            case 403 ->
                Refusal.upstream(
                        403,
                        "error.platform.forbidden",
                        "You are not allowed to perform this action due to insufficient privileges.");
            case 404 ->
                Refusal.upstream(
                        404,
                        "error.transport.request.notFound",
                        "An http request returned an unspecific 404 (Not Found) error, which is usually the case if"
                                + " the Backbone is not reachable. This could be a temporary problem, or a network,"
                                + " gateway, firewall or configuration issue.");
            case 500 ->
                Refusal.upstream(
                        500, "error.transport.request.resultUndefined", "The Platform responded without a result.");
            default ->
                Refusal.upstream(
                        status,
                        "error.platform.unexpected",
                        "Received invalid error content from platform. Contact the platform team.");
        };
    }
}
