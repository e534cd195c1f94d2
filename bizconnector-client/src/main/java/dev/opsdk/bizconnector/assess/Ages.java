package dev.opsdk.bizconnector.assess;

import dev.opsdk.core.Durations;
import java.time.Duration;

/** Long durations for people: {@code 3 d 4 h}, {@code 5 h 10 min}; short ones as everywhere. */
final class Ages {
    private Ages() {}

    static String text(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + " d " + age.toHoursPart() + " h";
        }
        return age.toHours() > 0 ? age.toHours() + " h " + age.toMinutesPart() + " min" : Durations.text(age);
    }
}
