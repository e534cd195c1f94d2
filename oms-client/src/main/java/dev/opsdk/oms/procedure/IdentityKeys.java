package dev.opsdk.oms.procedure;

import dev.opsdk.core.procedure.PreCheck;
import java.util.Optional;

/** Keys that say what a component is, which must not be changed, or only by who knows why. */
final class IdentityKeys {
    private IdentityKeys() {}

    static Optional<PreCheck> check(String key) {
        if (key.matches("subTopic|topic|subId|src_subTopic|daemon\\..*")) {
            return Optional.of(Checks.block("key " + key, "it says what the component is, and cannot be changed"));
        }
        return key.equals("config_url")
                ? Optional.of(Checks.warn(
                        "key " + key, "the destination's address cannot be changed; parameters of the URL can"))
                : Optional.empty();
    }
}
