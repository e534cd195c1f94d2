package com.example;

import dev.opsdk.bizconnector.BizConnectorClient;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        try (BizConnectorClient connector =
                BizConnectorClient.connect(System.getenv("CONNECTOR"), System.getenv("CONNECTOR_KEY"))) {
            System.out.println("connector: " + connector.account().identityInfo());
        }
    }
}
