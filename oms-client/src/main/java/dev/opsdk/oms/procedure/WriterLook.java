package dev.opsdk.oms.procedure;

import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.model.Observed;
import dev.opsdk.oms.model.WriterDetail;
import dev.opsdk.oms.model.WriterName;
import dev.opsdk.oms.model.WriterStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One look at a writer. Only {@code running} is a documented status, so rest is told by health and status together.
 *
 * @param name its name
 * @param seen what was read; empty when there is no such writer
 */
record WriterLook(WriterName name, Optional<Observed<WriterDetail>> seen) {
    private static final Duration FRESH = Duration.ofSeconds(30);

    static WriterLook at(OmsClient client, WriterName name) {
        try {
            return new WriterLook(name, Optional.of(client.writer(name).detail()));
        } catch (NotFoundException e) {
            return new WriterLook(name, Optional.empty());
        }
    }

    Optional<WriterDetail> detail() {
        return seen.map(Observed::value);
    }

    boolean exists() {
        return seen.isPresent();
    }

    boolean running() {
        return detail().filter(writer -> healthy(writer).orElse(true)
                        && saysRunning(writer).orElse(healthy(writer).isPresent()))
                .isPresent();
    }

    /** Not running, whatever it should be doing. */
    boolean down() {
        return exists() && !running() && !healthy().orElse(false);
    }

    /** Down, and not supposed to run: nothing is to be stopped. One that only died may be half alive. */
    boolean atRest() {
        return down() && detail().flatMap(WriterLook::saysRunning).equals(Optional.of(false));
    }

    /** Seen alive so lately that its host cannot be dead. */
    boolean freshlyAlive() {
        return running()
                && seen.filter(look -> look.value()
                                .checkpoint()
                                .flatMap(at -> at.sampledAt())
                                .filter(at -> Duration.between(at, look.now()).compareTo(FRESH) < 0)
                                .isPresent())
                        .isPresent();
    }

    Optional<Instant> position() {
        return detail().flatMap(WriterDetail::checkpoint).flatMap(at -> at.time());
    }

    Optional<String> host() {
        return detail().flatMap(WriterDetail::ip).or(name::host);
    }

    Steady.Sight sight() {
        return new Steady.Sight(Optional.of(running()), position(), evidence());
    }

    String evidence() {
        return detail().map(WriterDetail::summary).orElse("there is no writer '" + name + "'");
    }

    private Optional<Boolean> healthy() {
        return detail().flatMap(WriterLook::healthy);
    }

    private static Optional<Boolean> healthy(WriterDetail writer) {
        return writer.healthy();
    }

    private static Optional<Boolean> saysRunning(WriterDetail writer) {
        return writer.status().map(status -> status.is(WriterStatus.Known.RUNNING));
    }
}
