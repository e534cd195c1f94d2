package dev.opsdk.simulator.ccr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One side of a job: where its cluster is and what of it is copied. Passwords are kept and shown in clear. */
final class Spec {

    /** A frontend as the syncer found it, or as the request brought it. */
    record Frontend(String host, String port, String thriftPort, boolean master) {

        private Object json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("host", host);
            json.put("port", port);
            json.put("thrift_port", thriftPort);
            json.put("is_master", master);
            return json;
        }
    }

    final String host;
    final String port;
    final String thriftPort;
    final boolean master;
    final List<Frontend> frontends = new ArrayList<>();
    final String user;
    final String password;
    final String cluster;
    final String database;
    final String table;
    final Map<String, String> hostMapping;
    long databaseId;
    long tableId;

    Spec(GoStruct json) {
        host = json.string("host");
        port = json.string("port");
        thriftPort = json.string("thrift_port");
        master = json.bool("is_master");
        for (GoStruct frontend : json.list("frontends", "Frontend")) {
            frontends.add(new Frontend(
                    frontend.string("host"),
                    frontend.string("port"),
                    frontend.string("thrift_port"),
                    frontend.bool("is_master")));
        }
        user = json.string("user");
        password = json.string("password");
        cluster = json.string("cluster");
        database = json.string("database");
        table = json.string("table");
        hostMapping = json.strings("host_mapping");
    }

    /** The first thing wrong with it, in the order the syncer looks; empty when nothing is. */
    String invalid() {
        if (host.isEmpty()) {
            return "host is empty";
        }
        if (notPort(port)) {
            return "port is invalid: " + port;
        }
        if (notPort(thriftPort)) {
            return "thrift_port is invalid: " + thriftPort;
        }
        if (user.isEmpty()) {
            return "user is empty";
        }
        return database.isEmpty() ? "database is empty" : "";
    }

    boolean tableSync() {
        return !table.isEmpty();
    }

    Json json() {
        return Json.object()
                .put("host", host)
                .put("port", port)
                .put("thrift_port", thriftPort)
                .put("is_master", master)
                .put("frontends", frontends.stream().map(Frontend::json).toList())
                .put("user", user)
                .put("password", password)
                .put("cluster", cluster)
                .put("database", database)
                .put("db_id", databaseId)
                .put("table", table)
                .put("table_id", tableId)
                .putUnlessZero("host_mapping", hostMapping);
    }

    private static boolean notPort(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return !digits || Integer.parseInt(text) > 65535;
    }
}
