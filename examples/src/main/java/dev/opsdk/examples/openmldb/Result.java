package dev.opsdk.examples.openmldb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.openmldb.assess.Distribution;
import java.util.List;

/** Plans, reports and distributions as JSON. */
final class Result {
    private Result() {}

    static void plan(ObjectNode into, Plan plan, boolean withCurl) {
        ObjectNode node = into.putObject("plan");
        node.put("procedure", plan.procedure())
                .put("target", plan.target())
                .put("blocked", plan.blocked())
                .put("destructive", plan.destructive());
        ArrayNode checks = node.putArray("checks");
        plan.checks()
                .forEach(check -> checks.addObject()
                        .put("name", check.name())
                        .put("result", check.result().name())
                        .put("detail", check.detail()));
        ArrayNode steps = node.putArray("steps");
        plan.steps().forEach(step -> steps.add(step.title()));
        if (withCurl) {
            texts(node, "curl", plan.curl());
        }
    }

    static void report(ObjectNode into, Report report) {
        ObjectNode node = into.putObject("report");
        node.put("complete", report.complete())
                .put("proved", report.proved())
                .put("outcome", report.outcome().name())
                .put("startedAt", report.startedAt().toString())
                .put("endedAt", report.endedAt().toString());
        ArrayNode steps = node.putArray("steps");
        report.steps()
                .forEach(step -> steps.addObject()
                        .put("number", step.number())
                        .put("title", step.title())
                        .put("outcome", step.outcome().name())
                        .put("detail", step.detail())
                        .put("millis", step.duration().toMillis()));
        texts(node, "now", report.now());
        texts(node, "next", report.next());
    }

    static void distribution(ObjectNode into, String name, Distribution distribution) {
        ArrayNode tablets = into.putArray(name);
        distribution
                .loads()
                .forEach(load -> tablets.addObject()
                        .put("endpoint", load.endpoint())
                        .put("healthy", load.healthy())
                        .put("replicas", load.replicas())
                        .put("leaders", load.leaders())
                        .put("bytes", load.bytes()));
    }

    private static void texts(ObjectNode into, String name, List<String> texts) {
        ArrayNode array = into.putArray(name);
        texts.forEach(array::add);
    }
}
