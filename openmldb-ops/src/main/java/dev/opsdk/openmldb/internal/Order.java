package dev.opsdk.openmldb.internal;

import dev.opsdk.core.internal.ReplyReader;
import java.util.Optional;
import okhttp3.Request;

/**
 * One call before it is made. Its request holds no secret.
 *
 * @param request as it is sent, without an address
 * @param tablet the tablet that gets it, by its name in the cluster; empty for the leader of the nameservers
 * @param target what it acts on
 * @param reader reads the answer; empty when a nameserver says that it is not the leader, and so did nothing
 * @param <T> the value
 */
public record Order<T>(Request request, Optional<String> tablet, String target, ReplyReader<Optional<T>> reader) {
    static <T> Order<T> toLeader(Request request, String target, Readers.Decoder<T> decoder) {
        return new Order<>(request, Optional.empty(), target, Readers.ofNameServer(decoder));
    }

    static <T> Order<T> toTablet(String tablet, Request request, String target, Readers.Decoder<T> decoder) {
        return new Order<>(request, Optional.of(tablet), target, Readers.ofTablet(decoder));
    }

    @Override
    public String toString() {
        return request.method() + " " + request.url().encodedPath() + " '" + target + "' to "
                + tablet.orElse("the leader");
    }
}
