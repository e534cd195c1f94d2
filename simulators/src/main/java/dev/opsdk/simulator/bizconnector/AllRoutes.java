package dev.opsdk.simulator.bizconnector;

/** The whole interface below {@code /api/core/v1}. */
final class AllRoutes {

    private AllRoutes() {}

    static RouteTable of(boolean debug) {
        RouteTable table = new RouteTable();
        AccountRoutes.addTo(table);
        AttributeRoutes.addTo(table);
        AttributeLists.addTo(table);
        AttributeQueries.addTo(table);
        SuccessionRoutes.addTo(table);
        ChallengeRoutes.addTo(table);
        FileRoutes.addTo(table);
        MetadataRoutes.addTo(table);
        MessageRoutes.addTo(table);
        RelationshipRoutes.addTo(table);
        TemplateRoutes.addTo(table);
        IncomingRoutes.addTo(table);
        OutgoingRoutes.addTo(table);
        TokenRoutes.addTo(table);
        if (debug) {
            DeletionRoutes.addTo(table);
        }
        return table;
    }
}
