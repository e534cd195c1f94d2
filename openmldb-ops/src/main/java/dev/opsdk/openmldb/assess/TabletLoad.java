package dev.opsdk.openmldb.assess;

/**
 * What is on a tablet.
 *
 * @param endpoint the tablet
 * @param healthy whether the nameserver can work with it
 * @param replicas how many replicas are there, alive or not, the leaders included
 * @param leaders how many of them lead
 * @param bytes what they take as last reported: records of memory tables, files of disk tables
 */
public record TabletLoad(String endpoint, boolean healthy, int replicas, int leaders, long bytes) {
    @Override
    public String toString() {
        return endpoint + (healthy ? " " : " (not healthy) ") + replicas + " replicas, " + leaders + " leaders, "
                + bytes + " bytes";
    }
}
