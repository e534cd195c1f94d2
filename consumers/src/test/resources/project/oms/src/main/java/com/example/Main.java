package com.example;

import dev.opsdk.oms.OmsClient;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        try (OmsClient oms = OmsClient.connect(System.getenv("OMS"))) {
            System.out.println("oms store: " + oms.store(System.getenv("OMS_STORE")).detail());
        }
    }
}
