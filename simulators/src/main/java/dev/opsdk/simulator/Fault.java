package dev.opsdk.simulator;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that goes wrong between a client and a server. By default it happens once, to the next request of any
 * path; {@link #on}, {@link #times} and {@link #always} say otherwise. Immutable.
 *
 * <p>Each fault is either <em>before</em> or <em>after</em> the server did what was asked: the question an operator
 * has after a failed call.
 */
public final class Fault {

    enum Kind {
        HANG,
        SLOW,
        RESET,
        CUT_BODY,
        GARBLE,
        HTML,
        STATUS,
        REDIRECT_LOOP,
        HUGE,
        DRIP
    }

    private final Kind kind;
    private final boolean processed;
    private final Duration delay;
    private final int number;
    private final Target target;
    private final int times;

    /** Which requests it is for. */
    private record Target(Optional<String> method, Optional<String> path) {

        private static final Target ANY = new Target(Optional.empty(), Optional.empty());

        boolean is(String requested, String at) {
            return method.map(requested::equals).orElse(true)
                    && path.map(only -> Paths.matches(only, at)).orElse(true);
        }

        @Override
        public String toString() {
            return method.map(m -> " of " + m).orElse("")
                    + path.map(p -> " on " + p).orElse("");
        }
    }

    private Fault(Kind kind, boolean processed, Duration delay, int number, Target target, int times) {
        this.kind = kind;
        this.processed = processed;
        this.delay = delay;
        this.number = number;
        this.target = target;
        this.times = times;
    }

    private static Fault of(Kind kind, boolean processed, int number) {
        return new Fault(kind, processed, Duration.ZERO, number, Target.ANY, 1);
    }

    /**
     * The request is read and then nothing happens until the faults are released; then it is served.
     *
     * @return the fault
     */
    public static Fault hang() {
        return of(Kind.HANG, false, 0);
    }

    /**
     * The request is served, the answer is held back until the faults are released.
     *
     * @return the fault
     */
    public static Fault hangAfter() {
        return of(Kind.HANG, true, 0);
    }

    /**
     * The request is served late.
     *
     * @param delay real time
     * @return the fault
     */
    public static Fault slow(Duration delay) {
        return new Fault(Kind.SLOW, false, delay, 0, Target.ANY, 1);
    }

    /**
     * The answer comes byte by byte.
     *
     * @param pause real time between two bytes of the body
     * @return the fault
     */
    public static Fault drip(Duration pause) {
        return new Fault(Kind.DRIP, true, pause, 0, Target.ANY, 1);
    }

    /**
     * The connection is reset before the server did anything.
     *
     * @return the fault
     */
    public static Fault resetBefore() {
        return of(Kind.RESET, false, 0);
    }

    /**
     * The server does what was asked, then the connection is reset without an answer.
     *
     * @return the fault
     */
    public static Fault resetAfter() {
        return of(Kind.RESET, true, 0);
    }

    /**
     * The server does what was asked, sends all headers and half of the body, and closes.
     *
     * @return the fault
     */
    public static Fault cutBody() {
        return of(Kind.CUT_BODY, true, 0);
    }

    /**
     * The server does what was asked, but its answer arrives unreadable.
     *
     * @return the fault
     */
    public static Fault garble() {
        return of(Kind.GARBLE, true, 0);
    }

    /**
     * The server does what was asked, but answers with far more than it should.
     *
     * @param bytes the size of the body
     * @return the fault
     */
    public static Fault huge(int bytes) {
        return of(Kind.HUGE, true, bytes);
    }

    /**
     * A proxy's page instead of an answer; the request does not get to the server.
     *
     * @param status usually 502, 503 or 504
     * @return the fault
     */
    public static Fault html(int status) {
        return of(Kind.HTML, false, status);
    }

    /**
     * A proxy's page instead of the answer, although the server did what was asked.
     *
     * @param status usually 502 or 504
     * @return the fault
     */
    public static Fault htmlAfter(int status) {
        return of(Kind.HTML, true, status);
    }

    /**
     * A bare status in plain text; the request does not get to the server.
     *
     * @param status for example 500
     * @return the fault
     */
    public static Fault status(int status) {
        return of(Kind.STATUS, false, status);
    }

    /**
     * A 303 that points at the very address it came from.
     *
     * @return the fault
     */
    public static Fault redirectLoop() {
        return of(Kind.REDIRECT_LOOP, false, 0);
    }

    /**
     * The same fault, for one path only. A simulator refuses a path that it does not serve.
     *
     * @param only the whole path, for example {@code /pause} or {@code /api/core/v1/Files/{id}}, in which {@code {id}}
     *     stands for anything between two slashes
     * @return the narrower fault
     */
    public Fault on(String only) {
        return new Fault(kind, processed, delay, number, new Target(target.method(), Optional.of(only)), times);
    }

    /**
     * The same fault, for one HTTP method only.
     *
     * @param only for example {@code POST}
     * @return the narrower fault
     */
    public Fault method(String only) {
        return new Fault(kind, processed, delay, number, new Target(Optional.of(only), target.path()), times);
    }

    /**
     * The same fault, several times.
     *
     * @param count how many requests it strikes
     * @return the repeated fault
     */
    public Fault times(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a fault strikes once at least: " + count);
        }
        return new Fault(kind, processed, delay, number, target, count);
    }

    /**
     * The same fault until the faults are cleared.
     *
     * @return the lasting fault
     */
    public Fault always() {
        return times(Integer.MAX_VALUE);
    }

    Kind kind() {
        return kind;
    }

    /** Whether the server did what was asked although the client does not get to know. */
    boolean processed() {
        return processed;
    }

    Duration delay() {
        return delay;
    }

    int number() {
        return number;
    }

    int times() {
        return times;
    }

    Optional<String> path() {
        return target.path();
    }

    boolean strikes(SimRequest request) {
        return target.is(request.method(), request.path());
    }

    @Override
    public String toString() {
        String often = times == 1 ? "" : times == Integer.MAX_VALUE ? ", always" : ", " + times + " times";
        String what = kind == Kind.STATUS || kind == Kind.HTML ? " " + number : "";
        return kind.name().toLowerCase(Locale.ROOT) + what + (processed ? " after" : " before") + " processing" + target
                + often;
    }
}
