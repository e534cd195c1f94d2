package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.TableInfo;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Which tables an operation is about. */
public final class Scope {
    /** The databases of the server itself, which its list of databases hides, in the order in which they are handled: before all others. */
    public static final List<String> SYSTEM_DATABASES = List.of("__INTERNAL_DB", "__PRE_AGG_DB", "INFORMATION_SCHEMA");

    /** Orders tables for repair: system databases first, for the others need them; then by database and name. */
    static final Comparator<TableInfo> SYSTEM_FIRST = Comparator.<TableInfo>comparingInt(table -> rank(table.db()))
            .thenComparing(TableInfo::db)
            .thenComparing(TableInfo::name);

    private final String text;
    private final BiPredicate<String, String> test;

    private Scope(String text, BiPredicate<String, String> test) {
        this.text = text;
        this.test = test;
    }

    /**
     * All databases but the system's; the default database {@code ""} is one of them.
     *
     * @return the scope
     */
    public static Scope userDatabases() {
        return new Scope("all user databases", (db, table) -> !system(db));
    }

    /**
     * All databases.
     *
     * @return the scope
     */
    public static Scope everything() {
        return new Scope("all databases", (db, table) -> true);
    }

    /**
     * Some databases.
     *
     * @param names their names, {@code ""} for the default database
     * @return the scope
     */
    public static Scope databases(Collection<String> names) {
        Set<String> chosen = new TreeSet<>(names);
        return new Scope("databases " + chosen, (db, table) -> chosen.contains(db));
    }

    /**
     * Some tables.
     *
     * @param ids {@code db.table}; the table alone in the default database
     * @return the scope
     */
    public static Scope tables(Collection<String> ids) {
        Set<String> chosen = new TreeSet<>(ids);
        return new Scope("tables " + chosen, (db, table) -> chosen.contains(db.isEmpty() ? table : db + "." + table));
    }

    /**
     * Whether a database is the server's own.
     *
     * @param db its name
     * @return true if it is
     */
    public static boolean system(String db) {
        return SYSTEM_DATABASES.contains(db);
    }

    /**
     * Whether a table counts.
     *
     * @param db its database
     * @param table its name
     * @return true if it does
     */
    public boolean includes(String db, String table) {
        return test.test(db, table);
    }

    private static int rank(String db) {
        int index = SYSTEM_DATABASES.indexOf(db);
        return index < 0 ? SYSTEM_DATABASES.size() : index;
    }

    @Override
    public String toString() {
        return text;
    }
}
