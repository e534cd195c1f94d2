// What a connector's operator should know: ./jsh examples/jshell/connector-report.jsh [--logs=FILE,FILE] [--disks=DIR,DIR] [--json]
// It only reads. What was not told or cannot be seen from here is said to be unknown. Ends with 1 when a check fails.
run(() -> {
    Args args = args("--logs= --disks= --json");
    connector().health(); // a sick one has a report; one that is not there has none
    CheckReport report = connector().checks().run(how -> {
        how.logs(Stream.of(args.list("logs")).map(Path::of).toArray(Path[]::new));
        how.disks(Stream.of(args.list("disks")).map(Path::of).toArray(Path[]::new));
    });
    if (args.has("json")) {
        System.out.println(report.json());
    } else {
        table(report);
    }
    long failed = report.with(Verdict.FAIL).size();
    if (failed > 0) {
        fail(failed + " of " + report.results().size() + " checks failed");
    }
});
