package dev.opsdk.simulator.bizconnector;

import java.math.BigDecimal;
import java.util.List;

/** The rules of a password on a token or template. */
final class Protection {

    static final List<String> PLACES = List.of("Self", "Letter", "RegistrationLetter", "Email", "SMS", "Website");

    private static final BigDecimal LEAST = BigDecimal.valueOf(50);
    private static final BigDecimal MOST = BigDecimal.valueOf(99);

    private Protection() {}

    static void check(Doc body) throws Refusal {
        Doc protection = body.doc("passwordProtection");
        if (protection.isTrue("passwordIsPin") && !protection.text("password").matches("[0-9]{4,16}")) {
            throw Refusal.invalid("'passwordProtection.passwordIsPin' is true, hence 'passwordProtection.password' must"
                    + " consist of 4 to 16 digits from 0 to 9.");
        }
        Object place = protection.get("passwordLocationIndicator");
        if (place != null && !allowed(place)) {
            throw Refusal.invalid(
                    "must be a number from 50 to 99 or one of the following strings: " + String.join(", ", PLACES));
        }
    }

    private static boolean allowed(Object place) {
        if (place instanceof BigDecimal number) {
            return number.stripTrailingZeros().scale() <= 0
                    && number.compareTo(LEAST) >= 0
                    && number.compareTo(MOST) <= 0;
        }
        return PLACES.contains(place.toString());
    }

    /** What somebody must give who wants to read it. */
    static void checkReader(Doc thing, Doc body, String reader) throws Refusal {
        String only = thing.text("forIdentity");
        if (!only.isEmpty() && !only.equals(reader)) {
            throw Refusal.core(
                    "error.transport.general.notIntendedForYou",
                    "You tried to access personalized content '" + thing.text("id")
                            + "'. You are either not logged in or the content is not intended for you.");
        }
        Doc protection = thing.doc("passwordProtection");
        if (protection.isEmpty()) {
            return;
        }
        if (!body.has("password")) {
            throw Refusal.core(
                    "error.transport.noPasswordProvided", "You need to provide a password to perform this operation.");
        }
        if (!protection.text("password").equals(body.text("password"))) {
            throw Refusal.rule("error.runtime.recordNotFound", "Record not found.");
        }
    }
}
