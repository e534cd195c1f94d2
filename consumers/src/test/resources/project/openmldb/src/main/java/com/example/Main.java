package com.example;

import dev.opsdk.openmldb.OpenMldbOps;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        try (OpenMldbOps mldb = OpenMldbOps.connect(System.getenv("NAMESERVERS").split(","))) {
            System.out.println("openmldb tables: " + mldb.status().tables());
        }
    }
}
