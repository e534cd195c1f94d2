package dev.opsdk.simulator.bizconnector;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The identity itself, what the Backbone announces, and signals to others. */
final class AccountRoutes {

    private static final Shape SIGNAL = Shape.of("recipients!:addresses code!:text");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private AccountRoutes() {}

    static void addTo(RouteTable table) {
        table.roles("core:account")
                .json("GET /Account/IdentityInfo", AccountRoutes::identity)
                .any("POST /Account/Sync", AccountRoutes::sync)
                .json("GET /Account/SyncInfo", AccountRoutes::syncInfo)
                .roles("core:announcements")
                .json("GET /Announcements", AccountRoutes::announcements)
                .roles("core:backboneNotifications")
                .any("POST /BackboneNotifications", AccountRoutes::signal);
    }

    /** Held in memory, so that it is there whatever else is down. */
    private static Answer identity(Call call) {
        Identity identity = call.node().identity();
        return Answer.ok(Doc.of("address", identity.address(), "publicKey", identity.publicKey()));
    }

    private static Answer sync(Call call) throws Refusal {
        Sync.run(call.node());
        return Answer.none();
    }

    private static Answer syncInfo(Call call) throws Refusal {
        String last = call.node().db().lastSync;
        return Answer.ok(last == null ? new Doc() : Doc.of("lastSyncRun", Doc.of("completedAt", last)));
    }

    private static Answer announcements(Call call) throws Refusal {
        if (!call.query().containsKey("language")) {
            throw Refusal.invalid("must have required property 'language'");
        }
        if (!LANGUAGES.contains(call.query("language"))) {
            throw Refusal.invalid("language must be equal to one of the allowed values");
        }
        call.node().reach("GET /api/v2/Announcements");
        return Answer.ok(call.node().world.announcements);
    }

    private static Answer signal(Call call) throws Refusal {
        Node node = call.node();
        List<String> recipients = call.body(SIGNAL).texts("recipients");
        if (recipients.isEmpty()) {
            throw Refusal.core(
                    "error.transport.backboneNotifications.atLeastOneRecipientRequired",
                    "At least one recipient is required.");
        }
        node.db();
        List<String> strangers = recipients.stream()
                .filter(address -> node.activeRelationshipTo(address).isEmpty())
                .toList();
        if (!strangers.isEmpty()) {
            throw Refusal.core(
                    "error.transport.backboneNotifications.noActiveRelationshipFoundForRecipients",
                    "No active Relationship found for recipients: " + String.join(", ", strangers));
        }
        node.reach("POST /api/v2/Notifications");
        return Answer.none();
    }
}
