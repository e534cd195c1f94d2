package dev.opsdk.bizconnector.assess;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How much old material there is. */
public final class OldMaterialAssessment {
    private static final int SHOWN = 5;
    private static final String READ = "lists of /api/core/v1";

    private OldMaterialAssessment() {}

    /**
     * Judges a list.
     *
     * @param items what is old
     * @param unreadable a sentence for each list that could not be read
     * @param now the time
     * @return a finding named {@code old material}
     */
    public static CheckFinding of(List<OldItem> items, List<String> unreadable, Instant now) {
        CheckFinding.Builder finding = CheckFinding.of("old material");
        Arrays.stream(OldKind.values()).forEach(kind -> {
            List<OldItem> these =
                    items.stream().filter(item -> item.kind() == kind).toList();
            if (!these.isEmpty()) {
                String examples = these.stream().limit(SHOWN).map(OldItem::id).collect(Collectors.joining(", "));
                finding.seen(kind.words(), these.size() + ", e.g. " + examples, now, READ)
                        .warn(these.size() + " " + kind.words())
                        .advice(
                                kind.deletable()
                                        ? "look through the list, then delete: procedures().deleteOldMaterial(...)"
                                        : "decide about the " + kind.words());
            }
        });
        unreadable.forEach(finding::unknown);
        if (items.isEmpty() && unreadable.isEmpty()) {
            finding.pass("nothing old was found");
        }
        return finding.cannotKnow("whether somebody still needs what has expired")
                .build();
    }
}
