package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.internal.AccountApi;
import dev.opsdk.bizconnector.internal.Readers;
import dev.opsdk.bizconnector.internal.Target;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.announcement.Announcement;
import java.util.List;

/** What the Backbone's operator has to say. Role: {@link Roles#ANNOUNCEMENTS}. */
public final class Announcements {
    private final Wire wire;
    private final AccountApi api;

    Announcements(Wire wire) {
        this.wire = wire;
        this.api = wire.api(AccountApi.class);
    }

    /**
     * The announcements that count now.
     *
     * @param language ISO 639-1, such as {@code en}
     * @return the announcements; those without a text in this language are in English
     * @throws IllegalArgumentException if the language has not two small letters
     */
    public List<Announcement> list(String language) {
        if (!language.matches("[a-z]{2}")) {
            throw new IllegalArgumentException("a language has two small letters (ISO 639-1), such as en");
        }
        return wire.send(api.announcements(language), Target.SERVER, Readers.many(Announcement.class));
    }
}
