package com.example;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.ccr.CcrClient;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.openmldb.OpenMldbOps;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        try (CcrClient ccr = CcrClient.connect(System.getenv("CCR"));
                OmsClient oms = OmsClient.connect(System.getenv("OMS"));
                BizConnectorClient connector =
                        BizConnectorClient.connect(System.getenv("CONNECTOR"), System.getenv("CONNECTOR_KEY"));
                OpenMldbOps mldb = OpenMldbOps.connect(System.getenv("NAMESERVERS").split(","))) {
            System.out.println("ccr jobs: " + ccr.jobs().list());
            System.out.println("oms store: " + oms.store(System.getenv("OMS_STORE")).detail());
            System.out.println("connector: " + connector.account().identityInfo());
            System.out.println("openmldb tables: " + mldb.status().tables());
        }
    }
}
