package dev.opsdk.oms.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Optional;

/** The name of a writer, called {@code applierName}, {@code writerName} or {@code applier} on the wire. */
public final class WriterName extends ComponentName {
    private WriterName(String text) {
        super(text, "writer");
    }

    /**
     * Takes a name as it is.
     *
     * @param text such as {@code 10.10.10.1-9000:p_3b7i_source-000-0:0000000069}
     * @return the name
     * @throws IllegalArgumentException if it is blank, or has blank space around it or control characters
     */
    @JsonCreator
    public static WriterName of(String text) {
        return new WriterName(text);
    }

    /**
     * The subtopic whose changes pass through it.
     *
     * @return the middle of the name
     */
    public Optional<String> subTopic() {
        return fromRight(1);
    }
}
