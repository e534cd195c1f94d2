package dev.opsdk.examples.openmldb;

import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.ForbiddenException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.openmldb.OpenMldbOps;
import java.time.Duration;
import java.util.Optional;

/** Looks for a leader before anything else, and not for long: who mistyped an address is told so soon. */
final class Finding {
    private static final Duration SHORT = Duration.ofSeconds(3);

    private final Shell shell;

    Finding(Shell shell) {
        this.shell = shell;
    }

    /** Why there is no point in going on; empty when somebody leads, or when one of those who answer may lead soon. */
    Optional<String> problem(OpenMldbOps.Builder builder) {
        try (OpenMldbOps mldb = builder.leaderWindow(SHORT).build()) {
            mldb.nameServer().leader();
            return Optional.empty();
        } catch (CancelledException e) {
            throw e;
        } catch (UnauthorizedException | ForbiddenException e) {
            return Optional.of("the cluster does not let you in: check --user, and its password: " + e.getMessage());
        } catch (UnreachableException e) {
            String said = reason(e);
            if (said.contains("is a standby")) {
                shell.say("no nameserver leads yet, waiting: " + said);
                return Optional.empty();
            }
            return Optional.of("no nameserver answers: " + said);
        } catch (OpsException e) {
            String said = String.valueOf(e.getMessage());
            return Optional.of(
                    said.contains("404") || said.contains("1002") || said.contains("Fail to find method")
                            ? target(e) + " is no nameserver (a tablet?)"
                            : "no nameserver answers as one does: " + said);
        }
    }

    private static String reason(OpsException e) {
        String said = String.valueOf(e.getMessage());
        int found = said.indexOf("no nameserver leads: ");
        return found < 0 ? said : said.substring(found + "no nameserver leads: ".length());
    }

    private static String target(OpsException e) {
        return e.call()
                .map(call -> call.toString().replaceAll("^.*https?://([^/]+)/.*$", "$1"))
                .orElse("what answers");
    }
}
