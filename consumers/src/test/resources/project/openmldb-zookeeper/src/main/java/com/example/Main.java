package com.example;

import dev.opsdk.openmldb.OpenMldbOps;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        try (OpenMldbOps mldb = OpenMldbOps.builder()
                .zookeeper(System.getenv("ZOOKEEPER"), "/openmldb")
                .build()) {
            System.out.println("openmldb tables: " + mldb.status().tables());
        }
    }
}
