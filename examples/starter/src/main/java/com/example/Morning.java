package com.example;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.assess.JobHealth;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.core.call.Results;
import java.util.ArrayList;
import java.util.List;

/** Which replication jobs somebody has to look at today. Reads OPSDK_CCR_URL, and changes nothing. */
public final class Morning {
    private Morning() {}

    public static void main(String[] args) {
        try (CcrClient ccr = CcrClient.fromEnv()) {
            List<String> sick = sick(ccr);
            System.out.println(sick.isEmpty() ? "all jobs are well" : String.join("\n", sick));
        }
    }

    static List<String> sick(CcrClient ccr) {
        List<String> sick = new ArrayList<>();
        Results<String, JobSnapshot> jobs = ccr.jobs().snapshots(); // all at once, one result or error each
        jobs.values().forEach((name, look) -> {
            JobHealth health = JobHealth.of(List.of(look));
            if (health.level() != JobHealth.Level.GOOD) {
                sick.add(health.toString());
            }
        });
        jobs.errors().forEach((name, error) -> sick.add(name + " cannot be read: " + error.getMessage()));
        return sick;
    }
}
