package dev.opsdk.oms.procedure;

import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.model.CheckpointRange;
import dev.opsdk.oms.model.CrawlerDetail;
import dev.opsdk.oms.model.StoreName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pre-checks that several procedures share. */
final class Checks {
    private static final Pattern V4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private Checks() {}

    static PreCheck pass(String name, String detail) {
        return new PreCheck(name, CheckResult.PASS, detail);
    }

    static PreCheck warn(String name, String detail) {
        return new PreCheck(name, CheckResult.WARN, detail);
    }

    static PreCheck block(String name, String detail) {
        return new PreCheck(name, CheckResult.BLOCK, detail);
    }

    static PreCheck cannot(String name, String detail) {
        return new PreCheck(name, CheckResult.CANNOT_CHECK, detail);
    }

    static PreCheck ha(Optional<Boolean> disabled) {
        String fight = "restarts and moves components by itself, and may fight this procedure";
        return disabled.map(off -> off
                        ? pass("HA module", "disabled, as told; enable it again afterwards")
                        : warn("HA module", "enabled, as told: it " + fight))
                .orElseGet(() -> warn("HA module", "not told whether it is disabled; if enabled it " + fight));
    }

    static boolean isAddress(String node) {
        return V4.matcher(node).matches() || V6.matcher(node).matches();
    }

    static List<PreCheck> destination(String node, Optional<String> current) {
        List<PreCheck> checks = new ArrayList<>();
        if (!isAddress(node)) {
            checks.add(block("destination", "'" + node + "' is no IP address"));
        } else if (current.equals(Optional.of(node))) {
            checks.add(block("destination", "it is on " + node + " already"));
        } else {
            checks.add(pass("destination", node + ", from " + current.orElse("an unknown host")));
        }
        checks.add(warn(
                "capacity", "a named host is taken without a look at tags and quotas: it must be able to carry it"));
        checks.add(cannot("region", "both hosts must be of one region; the cluster manager does not tell"));
        return checks;
    }

    /** Whether one of the stores can serve a reader that starts at a time; what cannot be believed is not acted on. */
    static PreCheck window(OmsClient client, List<StoreName> stores, Optional<Instant> from, String reader) {
        String name = "store window";
        if (stores.isEmpty()) {
            return cannot(name, "no store was named: whether one holds the " + reader + " is not known");
        }
        if (from.isEmpty()) {
            return cannot(name, "the " + reader + " is not known");
        }
        Instant time = from.get();
        List<String> told = new ArrayList<>();
        for (StoreName store : stores) {
            try {
                CrawlerDetail detail = client.store(store).detail().value();
                if (usable(detail) && detail.ranges().stream().anyMatch(range -> covers(range, time))) {
                    return pass(name, "the " + reader + " " + time + " is held by " + detail);
                }
                told.add(detail.toString());
            } catch (OpsException e) {
                told.add(e.getMessage());
            }
        }
        return block(
                name,
                "no store is known to hold the " + reader + " " + time + "; a start would fail with CM-RESOIE000201: "
                        + String.join("; ", told));
    }

    /** A reader may be some seconds before the sample of the newest, never before the oldest. */
    private static boolean covers(CheckpointRange range, Instant time) {
        return range.begin().time().filter(begin -> !time.isBefore(begin)).isPresent()
                && range.end()
                        .time()
                        .filter(end -> !time.isAfter(end.plusSeconds(SAMPLED)))
                        .isPresent();
    }

    private static final long SAMPLED = 10;

    private static boolean usable(CrawlerDetail detail) {
        return detail.observationTrusted().orElse(false) && detail.normal().orElse(false);
    }
}
