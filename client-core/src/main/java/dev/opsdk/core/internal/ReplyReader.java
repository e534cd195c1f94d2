package dev.opsdk.core.internal;

/**
 * Makes a value of an answer.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface ReplyReader<T> {
    /**
     * Reads the answer.
     *
     * @param reply the whole answer
     * @return the value
     * @throws Json.Undecodable if it is not this server's; becomes the exception that fits the call's effect
     */
    T read(Reply reply) throws Json.Undecodable;
}
