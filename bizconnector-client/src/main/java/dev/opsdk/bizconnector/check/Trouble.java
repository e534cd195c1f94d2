package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.core.error.ForbiddenException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.ReadOnlyException;
import java.io.IOException;
import java.net.http.HttpTimeoutException;

/** What a check makes of a failure to look: it does not know. */
final class Trouble {
    private Trouble() {}

    static CheckFinding unknown(String check, Throwable e) {
        CheckFinding.Builder finding = CheckFinding.of(check);
        if (e instanceof Readings.NotAdmitted) {
            return finding.unknown(String.valueOf(e.getMessage())).build();
        }
        if (e instanceof ForbiddenException) {
            return finding.unknown("the credentials do not admit to it: " + e.getMessage())
                    .advice(
                            "give them the role that the call needs; for these checks monitoring:** and core:account, for some more core:*")
                    .build();
        }
        if (e instanceof ReadOnlyException) {
            return finding.unknown("the client is read-only: " + e.getMessage()).build();
        }
        return finding.unknown("could not look: " + words(e)).build();
    }

    /** Whether it is a fault of this code, and not of what was looked at. */
    static boolean surprising(Throwable e) {
        return !(e instanceof OpsException
                || e instanceof IOException
                || e instanceof InterruptedException
                || e instanceof Readings.NotAdmitted);
    }

    /** Messages of this project are safe to print; of others only the kind of failure is. */
    static String words(Throwable e) {
        if (e instanceof OpsException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (e instanceof IOException && message != null ? ": " + message : "");
    }
}
