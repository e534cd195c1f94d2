package dev.opsdk.simulator.bizconnector;

/** A backup of a connector's database, with the identity in it. */
public final class DatabaseSnapshot {

    private final Db db;
    private final Identity identity;

    DatabaseSnapshot(Db db, Identity identity) {
        this.db = db.copy();
        this.identity = identity;
    }

    Db db() {
        return db.copy();
    }

    Identity identity() {
        return identity;
    }
}
