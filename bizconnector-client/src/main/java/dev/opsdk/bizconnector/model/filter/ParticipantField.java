package dev.opsdk.bizconnector.model.filter;

import dev.opsdk.bizconnector.model.Ids;
import java.util.Arrays;

/** Who takes part in a message: its sender or one of its recipients. */
public final class ParticipantField {
    private final MessageFilter filter;

    ParticipantField(MessageFilter filter) {
        this.filter = filter;
    }

    /**
     * At least one of these identities.
     *
     * @param addresses addresses
     * @return the filter
     */
    public MessageFilter is(String... addresses) {
        if (addresses.length == 0) {
            throw new IllegalArgumentException("participant is compared with nothing");
        }
        return filter.put(
                "participant", Arrays.stream(addresses).map(Ids::address).toList());
    }
}
