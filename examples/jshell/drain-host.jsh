// Moves the named components of OMS away from a host, one by one: ./jsh examples/jshell/drain-host.jsh 10.10.10.1 --to=10.10.10.2
//     --writers=NAME,NAME --connectors=NAME --ha-disabled=true [--host-down] [--yes]
// The cluster manager has no list of components, and does not tell whether its HA module is on: both have to be told. Without --yes
// only the plans are printed.
run(() -> {
    Args args = args("host --to= --writers= --connectors= --ha-disabled= --host-down --yes");
    Evacuation drain = oms().host(args.get("host")).evacuate(what -> {
        EvacuationOptions options = what.to(args.get("to"))
                .writers(args.list("writers"))
                .connectors(args.list("connectors"));
        if (args.has("host-down")) {
            options = options.withHostDown();
        }
        return args.decision("ha-disabled").map(options::haDisabled).orElse(options);
    });
    table(drain.checks());
    List<Plan> plans = drain.plans();
    plans.forEach(System.out::println);
    boolean blocked = drain.checks().stream().anyMatch(check -> check.result() == CheckResult.BLOCK)
            || plans.stream().anyMatch(Plan::blocked);
    if (blocked) {
        fail(3, "a pre-check forbids it; nothing was changed");
    }
    if (!args.has("yes")) {
        System.out.println("dry run: nothing was changed; --yes does it");
        return;
    }
    EvacuationReport report = drain.run();
    table(report);
    if (!report.ended(EvacuationReport.Ending.UNKNOWN).isEmpty()) {
        fail(4, "whether a component was moved is not known; it says above how to look");
    }
    if (!report.complete()) {
        fail("not all components left the host");
    }
});
