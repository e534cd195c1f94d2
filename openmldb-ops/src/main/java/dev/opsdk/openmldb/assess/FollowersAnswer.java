package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.Follower;
import dev.opsdk.openmldb.model.Followers;
import java.util.Optional;

/**
 * What a leader said when it was asked for its followers.
 *
 * @param followers the answer; without any follower for code 134, empty when it failed
 * @param failure the tablet's message, or why it could not be asked; empty when it answered
 */
public record FollowersAnswer(Optional<Followers> followers, Optional<String> failure) {
    /**
     * It answered.
     *
     * @param followers the answer
     * @return the answer
     */
    public static FollowersAnswer of(Followers followers) {
        return new FollowersAnswer(Optional.of(followers), Optional.empty());
    }

    /**
     * It has none (code 134).
     *
     * @return the answer
     */
    public static FollowersAnswer none() {
        return of(Followers.builder().build());
    }

    /**
     * It refused, or could not be asked.
     *
     * @param message why
     * @return the answer
     */
    public static FollowersAnswer failed(String message) {
        return new FollowersAnswer(Optional.empty(), Optional.of(message));
    }

    /**
     * A follower's connection.
     *
     * @param endpoint the follower
     * @return what the leader knows about it, empty if it is not connected or nothing is known
     */
    public Optional<Follower> follower(String endpoint) {
        return followers.stream()
                .flatMap(answer -> answer.followers().stream())
                .filter(follower -> follower.endpoint().equals(endpoint))
                .findFirst();
    }
}
