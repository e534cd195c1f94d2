package com.example;

import dev.opsdk.ccr.CcrClient;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        try (CcrClient ccr = CcrClient.connect(System.getenv("CCR"))) {
            System.out.println("ccr jobs: " + ccr.jobs().list());
        }
    }
}
