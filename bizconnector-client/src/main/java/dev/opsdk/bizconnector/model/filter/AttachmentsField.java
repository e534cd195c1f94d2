package dev.opsdk.bizconnector.model.filter;

import dev.opsdk.bizconnector.model.Ids;
import java.util.Arrays;
import java.util.List;

/** The attachments of a message. */
public final class AttachmentsField {
    private final MessageFilter filter;

    AttachmentsField(MessageFilter filter) {
        this.filter = filter;
    }

    /** {@return the filter, that wants only messages with attachments} */
    public MessageFilter some() {
        return filter.put("attachments", List.of("+"));
    }

    /**
     * At least one of these files.
     *
     * @param files ids
     * @return the filter
     */
    public MessageFilter anyOf(String... files) {
        if (files.length == 0) {
            throw new IllegalArgumentException("attachments is compared with nothing");
        }
        return filter.put("attachments", Arrays.stream(files).map(Ids::file).toList());
    }
}
